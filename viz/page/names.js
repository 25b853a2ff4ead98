"use strict";
// Names as they are searched: one coarse spelling for both scripts, so that "kovalenko" finds "Коваленко" and back.

const Names = (() => {
  const LATIN = {
    а: "a", б: "b", в: "v", г: "h", ґ: "h", д: "d", е: "e", є: "e", ж: "zh", з: "z", и: "i", і: "i", к: "k", л: "l", м: "m",
    н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "",
    ы: "i", ь: "", э: "e", ю: "iu", я: "ia", ј: "i", љ: "li", њ: "ni", ћ: "ch", ђ: "d", џ: "dzh", ѓ: "h", ќ: "k", ѕ: "dz",
  };
  // Romanisations differ between offices and passports; what they disagree on is made equal. Order matters.
  const COARSE = [
    [/[’'ʼ`ʹ"]/g, ""], [/kh|gh|g/g, "h"], [/tz/g, "ts"], [/w/g, "v"], [/x/g, "ks"], [/ck/g, "k"], [/[yj]/g, "i"],
    [/ie/g, "e"], [/io/g, "e"], [/(.)\1+/g, "$1"],
  ];

  // Accents and case go first: "ё" and "й" are "е" and "и" with marks in this form.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}|\p{Cf}/gu, "").toLowerCase();

  const coarse = (text) => {
    let out = "";
    for (const letter of plain(text)) out += LATIN[letter] ?? letter;
    for (const [from, to] of COARSE) out = out.replace(from, to);
    return out;
  };

  const index = (texts) => ({ plain: texts.map(plain), coarse: texts.map(coarse) });

  // 0: not at all; higher: a better match. What begins a name stands before what is somewhere in it.
  const score = (list, wanted, base) => Math.max(0, ...list.map((text) => {
    const at = wanted ? text.indexOf(wanted) : -1;
    return at < 0 ? 0 : base + (at === 0 ? 2 : text[at - 1] === " " ? 1 : 0);
  }));

  // Every word must be found, in any order: files write the family name first or last.
  const match = (entry, query) => {
    const words = query.split(/\s+/).filter((word) => plain(word));
    if (!words.length) return 0;
    return Math.min(...words.map((word) => Math.max(score(entry.plain, plain(word), 4), score(entry.coarse, coarse(word), 1))));
  };

  return { index, match };
})();
