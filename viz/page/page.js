"use strict";
// Everything around the picture: legend, search, details, table, keys. Text from the case is only ever set as text.

(async () => {
  const $ = (id) => document.getElementById(id);
  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text !== undefined && text !== null) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const count = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;
  const say = (text) => ($("status").textContent = text);

  const unpack = async (text) => {
    if (!text.startsWith("gz:")) return text;
    const bytes = Uint8Array.from(atob(text.slice(3)), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  const data = JSON.parse(await unpack($("data").textContent.trim()));
  const items = new Map([...data.nodes, ...data.links].map((item) => [item.id, item]));
  const claims = new Map(Object.entries(data.claims));
  const linksOf = new Map(data.nodes.map((node) => [node.id, []]));
  for (const link of data.links) for (const end of new Set([link.from, link.to])) linksOf.get(end).push(link);
  const words = (link) => data.words[link.type] || link.type;
  const styleOf = (link) => (link.disputed ? "disputed" : link.certainty);

  // ---- small pictures, the same paths as in the large one --------------------------------------------------------
  const svg = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const icon = (kind, hollow = false) => {
    const look = data.looks[kind], out = svg("svg", { viewBox: "-16 -16 32 32", class: "icon", "aria-hidden": "true" });
    const line = { "stroke-linecap": "round", "stroke-linejoin": "round" };
    out.append(
      svg("path", { d: look.shape, fill: hollow ? "none" : look.colour, stroke: "currentColor", "stroke-width": hollow ? 2 : 1, "stroke-opacity": hollow ? 1 : 0.4, "stroke-dasharray": hollow ? "5 4" : "none" }),
      svg("path", { d: look.glyph, fill: "none", stroke: hollow ? "currentColor" : look.ink, "stroke-width": 1.8, ...line }),
    );
    return out;
  };
  const sample = (name, tint = null) => {
    const how = data.strokes[name], out = svg("svg", { viewBox: "0 0 34 10", class: "sample", "aria-hidden": "true" });
    const path = svg("path", { d: "M1 5H33", fill: "none", "stroke-width": how.thin ? 1.4 : 2.2, "stroke-dasharray": how.dash.join(" ") || "none" });
    const [light, dark] = data.tints[name === "disputed" ? "disputed" : tint || "command"];
    path.style.stroke = `light-dark(${light}, ${dark})`;
    out.append(path);
    return out;
  };

  // ---- legend: what it lists can be switched off -----------------------------------------------------------------
  const off = { kinds: new Set(), types: new Set(), certainties: new Set() };
  const counted = (list, key) => list.reduce((counts, item) => counts.set(key(item), (counts.get(key(item)) || 0) + 1), new Map());
  const switches = (group, counts, order, drawn, wording) => {
    for (const name of order.filter((one) => counts.has(one))) {
      const label = make("label"), input = make("input");
      input.type = "checkbox";
      input.checked = true;
      input.dataset.name = name;
      input.addEventListener("change", () => {
        input.checked ? off[group].delete(name) : off[group].add(name);
        filter();
      });
      label.append(input, drawn(name), make("span", wording(name)), make("span", counts.get(name).toLocaleString("en"), "count"));
      $(group).append(label);
    }
    $(group).hidden = !counts.size;
  };
  const types = counted(data.links, (link) => link.type);
  const familyOf = new Map(data.links.map((link) => [link.type, link.family]));
  switches("kinds", counted(data.nodes, (node) => node.kind), Object.keys(data.looks), (kind) => icon(kind), (kind) => kind);
  switches("types", types, [...types.keys()].sort(), (type) => sample("certain", familyOf.get(type)), (type) => data.words[type] || type);
  switches("certainties", counted(data.links, styleOf), Object.keys(data.strokes), (name) => sample(name), (name) => data.strokes[name].means);
  const mark = (drawn, text, there) => {
    if (!there) return;
    const line = make("li");
    line.append(drawn, make("span", text));
    $("marks").append(line);
  };
  const shield = svg("svg", { viewBox: "-8 -8 16 16", class: "icon shield", "aria-hidden": "true" });
  shield.append(svg("path", { d: "M0-6L5-4V0C5 3.4 2.6 5.4 0 6.6C-2.6 5.4-5 3.4-5 0V-4Z" }));
  mark(shield, "protected person", data.nodes.some((node) => node.protected));
  if (data.looks.Unit) mark(icon("Unit", true), "unit that nobody could name", data.nodes.some((node) => node.hollow));
  mark(make("span", "⋯", "icon"), "dotted: outside the answer's rows", data.nodes.some((node) => node.outside));
  mark(make("span", "≡", "icon"), "the wider a line, the more independent origins", data.links.some((link) => link.origins > 1));
  mark(make("span", "Aa", "icon"), "a name without room is left out: zoom in", true);

  const filter = () => {
    const nodes = new Set(data.nodes.filter((node) => !off.kinds.has(node.kind)).map((node) => node.id));
    const links = new Set(
      data.links
        .filter((link) => !off.types.has(link.type) && !off.certainties.has(styleOf(link)) && nodes.has(link.from) && nodes.has(link.to))
        .map((link) => link.id),
    );
    visible = { nodes, links };
    picture.show(visible);
    for (const row of document.querySelectorAll("[data-row]")) row.hidden = !nodes.has(+row.dataset.row) && !links.has(+row.dataset.row);
    if (chosen !== null && !nodes.has(chosen) && !links.has(chosen)) choose(null);
    say(`${nodes.size} of ${count(data.nodes.length, "node")} and ${links.size} of ${count(data.links.length, "link")} shown`);
  };

  // ---- details ---------------------------------------------------------------------------------------------------
  const list = (pairs) => {
    const out = make("dl");
    for (const [name, text] of pairs) if (text !== "" && text !== null && text !== undefined) out.append(make("dt", name), make("dd", text));
    return out;
  };
  const aClaim = (id) => {
    const claim = claims.get(id), out = make("li", null, "claim");
    const head = make("p", null, "says");
    head.append(make("span", claim.about), make("bdi", claim.value));
    if (claim.polarity === "denies") head.append(make("strong", "denies", "badge warn"));
    if (claim.graded) head.append(make("span", `graded “${claim.graded}”`, "badge"));
    out.append(head);
    if (claim.quote) out.append(make("blockquote", claim.quote));
    const source = claim.source + (claim.held ? "" : " (not held)");
    const written = claim.original !== claim.value ? claim.original : "";
    out.append(list([["as written", written], ["beside it", claim.note], ["where", claim.locator], ["source", source], ["basis", claim.basis], ["origin", claim.origin_name]]));
    if (claim.file) {
      const hash = make("p", "sha256 ", "hash");
      hash.append(make("code", claim.file));
      out.append(hash);
    }
    return out;
  };
  const allClaims = (item) => {
    const known = item.claims.filter((id) => claims.has(id)), out = make("section"), origins = item.origins;
    out.append(make("h3", `Claims (${item.claims.length})`));
    if (origins) out.append(make("p", count(origins, "independent origin"), "soft"));
    if (known.length) out.append(make("ul", null, "claims"));
    for (const id of known) out.lastChild.append(aClaim(id));
    const rest = item.claims.length - known.length;
    if (rest) out.append(make("p", `The wording of ${count(rest, "claim")} is not part of this page.`, "soft"));
    return out;
  };
  const title = (drawn, kind, name, badges) => {
    const out = make("div", null, "what"), text = make("div");
    text.append(make("p", kind, "soft"), make("h2"));
    text.lastChild.append(make("bdi", name));
    for (const [badge, className] of badges) text.append(make("span", badge, "badge " + className));
    out.append(drawn, text);
    return out;
  };
  const inRows = (item) => (item.rows.length ? item.rows.slice(0, 12).join(", ") + (item.rows.length > 12 ? " …" : "") : "");
  const aNode = (node) => {
    const badges = [node.protected && ["protected", "safe"], node.hollow && ["not named", ""], node.outside && ["outside the answer's rows", ""]];
    const out = [title(icon(node.kind, node.hollow), node.kind, node.label, badges.filter(Boolean))];
    out.push(list([["also called", node.aliases.join(", ")], ...node.dates, ...node.facts, ["in rows", inRows(node)], ["id", node.key]]));
    const near = linksOf.get(node.id).filter((link) => visible.links.has(link.id));
    if (near.length) out.push(make("h3", `Links (${near.length})`), make("ul", null, "links"));
    for (const link of near) {
      const line = make("li"), button = make("button"), away = link.from === node.id;
      button.type = "button";
      button.append(sample(styleOf(link), link.family), make("span", away ? link.says : link.back), make("bdi", items.get(away ? link.to : link.from).label));
      if (link.when) button.append(make("small", link.when));
      button.addEventListener("click", () => choose(link.id));
      line.append(button);
      out[out.length - 1].append(line);
    }
    return [...out, allClaims(node)];
  };
  const aLink = (link) => {
    const out = [title(sample(styleOf(link), link.family), "link", link.says, link.disputed ? [["disputed", "warn"]] : [])];
    const ends = make("p", null, "ends");
    for (const [word, id] of [["", link.from], ["→", link.to]]) {
      const button = make("button", items.get(id).label);
      button.type = "button";
      button.addEventListener("click", () => choose(id));
      ends.append(word, button);
    }
    const sure = link.disputed ? data.strokes.disputed.means : link.graded ? `${link.certainty} in this answer` : data.strokes[link.certainty].means;
    out.push(ends, list([["when", link.when], ...link.dates, ["certainty", sure], ["denied by", link.denied_by], ...link.facts, ["in rows", inRows(link)], ["id", link.key]]));
    return [...out, allClaims(link)];
  };

  let chosen = null, visible = { nodes: new Set(data.nodes.map((node) => node.id)), links: new Set(data.links.map((link) => link.id)) };
  const choose = (id, { reveal = false } = {}) => {
    chosen = id;
    const item = id === null ? null : items.get(id);
    picture.choose(id);
    $("chosen").hidden = !item;
    $("summary").hidden = Boolean(item);
    $("chosen").replaceChildren(...(item ? (item.kind ? aNode(item) : aLink(item)) : []));
    $("panel").scrollTop = 0;
    $("tip").hidden = true;
    if (item && item.kind && reveal && !$("net").hidden) picture.reveal(id);
    if (item && item.kind) say(`${item.label}, ${item.kind}, ${count(linksOf.get(id).length, "link")}, ${count(item.claims.length, "claim")}`);
    else if (item) say(`${items.get(item.from).label}, ${item.says}, ${items.get(item.to).label}, ${item.when}`);
    else say("nothing chosen");
  };
  const hover = (item, at) => {
    $("tip").hidden = !item;
    if (!item) return;
    $("tip").replaceChildren(make("b", item.kind ? item.label : item.says), make("span", item.kind ? item.kind : words(item)), make("span", item.when || ""));
    const room = $("net").clientWidth - 250;
    $("tip").style.left = `${Math.max(0, Math.min(at.x + 14, room))}px`;
    $("tip").style.top = `${at.y + 16}px`;
  };
  const picture = Picture.open($("net"), data, { choose, hover });

  // ---- search ----------------------------------------------------------------------------------------------------
  const index = data.nodes.map((node) => [Names.index([node.label, ...node.aliases]), node]);
  let hits = [], at = -1;
  const mark_ = (next) => {
    at = next;
    [...$("hits").children].forEach((line, number) => line.setAttribute("aria-selected", String(number === at)));
    at < 0 ? $("search").removeAttribute("aria-activedescendant") : $("search").setAttribute("aria-activedescendant", `hit${at}`);
    $("hits").children[at]?.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    $("hits").hidden = true;
    $("search").setAttribute("aria-expanded", "false");
  };
  const take = (node) => {
    if (!visible.nodes.has(node.id)) for (const input of document.querySelectorAll("#kinds input")) if (!input.checked && input.dataset.name === node.kind) input.click();
    close();
    choose(node.id, { reveal: true });
    if (!$("net").hidden) $("net").focus();
  };
  $("search").addEventListener("input", () => {
    hits = index.map(([entry, node]) => [Names.match(entry, $("search").value), node]).filter(([score]) => score > 0);
    hits = hits.sort(([a], [b]) => b - a).slice(0, 40).map(([, node]) => node);
    $("hits").replaceChildren(
      ...hits.map((node, number) => {
        const line = make("li"), text = make("span");
        text.append(make("bdi", node.label));
        if (node.aliases.length) text.append(make("small", node.aliases.slice(0, 3).join(", ")));
        line.append(icon(node.kind, node.hollow), text);
        line.id = `hit${number}`;
        line.setAttribute("role", "option");
        line.addEventListener("click", () => take(node));
        return line;
      }),
    );
    $("hits").hidden = !hits.length;
    $("search").setAttribute("aria-expanded", String(hits.length > 0));
    mark_(hits.length ? 0 : -1);
    say($("search").value ? `${hits.length} found` : "");
  });
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (hits.length) mark_((at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter" && hits[at]) take(hits[at]);
    else if (event.key === "Escape") {
      $("search").value = "";
      close();
      $("net").focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // ---- table, theme, picture to keep, keys -----------------------------------------------------------------------
  const table = (on) => {
    document.body.classList.toggle("reading", on);
    $("net").hidden = on;
    $("table").setAttribute("aria-pressed", String(on));
    if (on) $("tables").focus();
    say(on ? "Table of the same rows" : "Picture");
  };
  const about = () => (choose(null), $("panel").focus());
  const theme = () => {
    const now = document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
    picture.theme();
  };
  const png = () => {
    const from = picture.canvas(), ratio = from.width / from.clientWidth, foot = 64 * ratio;
    const out = make("canvas"), ctx = out.getContext("2d");
    [out.width, out.height] = [from.width, from.height + foot];
    ctx.fillStyle = picture.ground();
    ctx.fillRect(0, 0, out.width, out.height);
    ctx.drawImage(from, 0, 0);
    ctx.fillStyle = picture.ink();
    const texts = [document.title, document.querySelector("footer .caveat").textContent, document.querySelector("footer .from").textContent];
    texts.forEach((text, number) => {
      ctx.font = `${number ? "" : "bold "}${(number ? 11 : 13) * ratio}px system-ui, sans-serif`;
      ctx.fillText(text, 12 * ratio, from.height + (18 + 18 * number) * ratio, out.width - 24 * ratio);
    });
    out.toBlob((blob) => {
      const link = make("a");
      link.href = URL.createObjectURL(blob);
      link.download = "linkage.png";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 5000);
    });
  };
  $("fit").addEventListener("click", () => picture.fit());
  $("table").addEventListener("click", () => table(!$("net").hidden));
  $("about").addEventListener("click", about);
  $("theme").addEventListener("click", theme);
  $("png").addEventListener("click", png);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture.theme());
  $("tables").addEventListener("click", (event) => event.target.dataset.show && choose(+event.target.dataset.show));

  const escape = () => {
    if (!$("hits").hidden) close();
    else if (chosen !== null) choose(null);
    else if ($("net").hidden) table(false);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input:not([type=checkbox])")) return;
    const arrow = event.key.startsWith("Arrow") && (event.target === $("net") || event.target === document.body);
    if (event.key === "/") $("search").focus();
    else if (event.key === "Escape") escape();
    else if (event.key === "f" || event.key === "F") picture.fit();
    else if (event.key === "t" || event.key === "T") table(!$("net").hidden);
    else if (arrow && !$("net").hidden) {
      const start = chosen === null || !items.get(chosen).kind ? data.nodes.find((node) => visible.nodes.has(node.id))?.id : picture.toward(chosen, event.key);
      start === null || start === undefined ? say("no neighbour in that direction") : choose(start, { reveal: true });
    } else return;
    event.preventDefault();
  });
  const legend = matchMedia("(max-width: 719px)");
  $("legend").open = !legend.matches;
  document.body.classList.add("ready");
  say(`${count(data.nodes.length, "node")} and ${count(data.links.length, "link")}`);
})();
