// /// query
// title    = "What do we hold"
// question = "How many documents, pages, photographs, films and medical papers are there for each casefile, station or event, and which have none?"
// evidence = ["spoken"]
// element  = "evidence/chain-of-custody"
// caveat   = "Counts sources as they were recorded, by the words their kind is called by; a source that is not held is counted apart. A kind called by other words is a document. Copies of one origin are several exhibits and one origin."
// related  = ["evidence/hygiene", "evidence/single_source"]
//
// [params.by]
// type    = "choice"
// choices = ["casefile", "station", "event"]
// default = "casefile"
// help    = "Counted for each casefile; for each station, what shows it or speaks of it; or for each event, what speaks of it"
//
// [columns]
// thing       = { type = "node", is = "the casefile, station or event" }
// persons     = { type = "texts", is = "whose casefile it is" }
// sources     = { type = "int",  is = "how many sources" }
// documents   = { type = "int",  is = "of these, neither photographs nor films" }
// pages       = "int"
// photographs = "int"
// films       = "int"
// medical     = { type = "int",  is = "of the sources, medical papers, photographs and films of an examination among them" }
// held        = { type = "int",  is = "of the sources, those that are in the case" }
// denied      = { type = "int",  is = "of the sources, those of which only a denied link says that they belong here" }
// denying     = { type = "int",  is = "of the sources, those that only deny what is said here, whether or not they name it: they support none of it" }
// origins     = { type = "int",  is = "how many independent origins they have" }
// spoken      = "things"
// ///

// The words each kind is called by, small, without accents. Only whole words count: a photocopy is no photograph.
WITH $by AS by, ['', 'у', 'а', 'ом', 'ам', 'е', 'і', 'и', 'ы', 'ей', 'ов', 'ів', 'аў', 'ами', 'амі', 'ах'] AS noun,
  ['я', 'и', 'ю', 'ей', 'й', 'ям', 'ями', 'ях', 'і', 'ї', 'єю', 'яй', 'ямі'] AS soft,
  split('ий ого ому им ом ая ой ую ое ие их ими і ага аму ім ай ае ія іх імі а ої ій у ою е', ' ') AS adjective
WITH by, [
  split('photo photos photograph photographs photographic image images photographie photographies foto fotos fotografia fotografias '
    + 'fotografico fotografica fotograficos fotograficas imagen imagenes imagem imagens фото фота фотоснимок фотаздымак фотознімок', ' ')
  + [e IN soft | 'фотографи' + e] + [e IN soft | 'фатаграфі' + e] + [e IN soft | 'фотографі' + e]
  + reduce(all = [], stem IN ['фотоснимк', 'фотаздымк', 'фотознімк', 'фототаблиц', 'фотоматериал'] | all + [e IN noun | stem + e]),
  split('video videos film films videotape videotapes filme filmes видео відэа відео видеозапись видеозаписью', ' ') + [e IN soft | 'видеозапис' + e]
  + reduce(all = [], stem IN ['видеоролик', 'видеофильм', 'видеоматериал', 'фильм', 'відэазапіс', 'відэаролік',
      'відеозапис', 'відеоролик'] | all + [e IN noun | stem + e]),
  split('medic medics medical medically medicine medico medica medicos medicas medicina medicale medicaux medicales forensic forensics '
    + 'forense forenses hospital hospitals hospitales hospitais hospitalar hospitalario hospitalaria hospitalier hospitaliere '
    + 'exam exams examination examinations examen examens examenes exame exames medico-legal medico-legale medico-legaux '
    + 'medico-legales medico-legais medico-forense', ' ') + [e IN noun | 'медицин' + e] + [e IN noun | 'медыцын' + e]
  + reduce(all = [], stem IN ['медицинск', 'судебно-медицинск', 'медыцынск', 'судова-медыцынск', 'медичн', 'судово-медичн']
      | all + [e IN adjective | stem + e])] AS known
WITH by, known, COLLECT { MATCH (s:Source) WHERE s.kind IS NOT NULL RETURN DISTINCT s.kind } AS kinds
WITH by, known, [kind IN kinds | [kind, split(reduce(text = reduce(text = toLower(kind),
    pair IN split('áa àa âa ãa äa ée èe êe ëe íi ìi îi ïi óo òo ôo õo öo úu ùu ûu üu çc ñn ёе', ' ') | replace(text, left(pair, 1), right(pair, 1))),
    mark IN split(', . ; : / ( ) [ ] " « » & +', ' ') | replace(text, mark, ' ')), ' ')]] AS kinds
WITH by, [words IN known | [k IN kinds WHERE any(word IN k[1] WHERE word IN words) | k[0]]] AS called

// What belongs to each thing: [source, whether a denied link says so, whether a claim that denies does, or that only says what
// a denial is about], and the links that say it.
CALL (by) {
  MATCH (thing:Casefile)
  WHERE by = 'casefile'
  RETURN thing, COLLECT { MATCH (thing)-[about:ABOUT]->(person:Person)
      WITH coalesce(person.name, person.id) AS name, all(d IN collect(coalesce(about.disputed, false)) WHERE d) AS denied
      RETURN name + CASE WHEN denied THEN ' (disputed)' ELSE '' END AS name ORDER BY name } AS persons,
    COLLECT { MATCH (thing)<-[filed:IN_FILE]-(source:Source) RETURN [source, coalesce(filed.disputed, false), false] } AS found,
    COLLECT { MATCH (thing)-[link:IN_FILE|ABOUT]-() RETURN link } AS filing
  UNION ALL
  // What shows the station, and what the claims about it, about where it lies, and about stays, events and bases there, rely on.
  MATCH (thing:Station)
  WHERE by = 'station'
  RETURN thing, [] AS persons, COLLECT { MATCH (thing)<-[shown:SHOWS]-(source:Source) RETURN [source, coalesce(shown.disputed, false), false] }
    + COLLECT {
      MATCH (thing)-[link:HELD_AT|OCCURRED_AT|PRESENT_AT|BASED_AT|WITHIN]-()
      WITH link.id AS id
      MATCH (c:Claim {about: id})-[:CITES]->(source:Source) RETURN [source, false, coalesce(c.polarity = 'denies' OR c.names_only, false)] }
    + COLLECT {
      WITH thing.id AS id
      MATCH (c:Claim {about: id})-[:CITES]->(source:Source) RETURN [source, false, coalesce(c.polarity = 'denies' OR c.names_only, false)] } AS found,
    COLLECT { MATCH (thing)-[link:SHOWS|HELD_AT|OCCURRED_AT|PRESENT_AT|BASED_AT|WITHIN]-() RETURN link } AS filing
  UNION ALL
  // What the claims about the event rely on, about who suffered, did or saw it, and about findings attributed to it.
  MATCH (thing:Event)
  WHERE by = 'event'
  WITH thing, COLLECT { MATCH (thing)<-[:ATTRIBUTED_TO]-(finding:Finding) RETURN DISTINCT finding } AS findings
  WITH thing, [thing] + findings + COLLECT {
      MATCH (thing)-[link:SUFFERED|WITNESSED|ALLEGED_IN|OCCURRED_AT|ATTRIBUTED_TO]-() RETURN link } + COLLECT {
      UNWIND findings AS finding MATCH (finding)-[body:FOUND_ON]->(:Person) RETURN body } AS filing
  RETURN thing, [] AS persons, COLLECT {
      UNWIND filing AS x
      WITH x.id AS id
      MATCH (c:Claim {about: id})-[:CITES]->(source:Source) RETURN [source, false, coalesce(c.polarity = 'denies' OR c.names_only, false)] } AS found, filing
}
WITH *, COLLECT { UNWIND found AS f WITH f[0] AS source, collect(f[1]) AS denials, collect(f[2]) AS polarities
  RETURN {pages: coalesce(source.pages, 0), held: source.sha256 IS NOT NULL, origin: coalesce(source.origin, source.id), kind: source.kind,
    denied: all(d IN denials WHERE d), denying: all(d IN polarities WHERE d)} } AS found
RETURN thing, persons, size(found) AS sources,
  size([s IN found WHERE NOT coalesce(s.kind IN called[0] OR s.kind IN called[1], false)]) AS documents,
  reduce(n = 0, s IN found | n + s.pages) AS pages,
  size([s IN found WHERE s.kind IN called[0]]) AS photographs,
  size([s IN found WHERE s.kind IN called[1]]) AS films,
  size([s IN found WHERE s.kind IN called[2]]) AS medical,
  size([s IN found WHERE s.held]) AS held,
  size([s IN found WHERE s.denied]) AS denied,
  size([s IN found WHERE s.denying]) AS denying,
  size(COLLECT { UNWIND found AS s RETURN DISTINCT s.origin }) AS origins,
  [thing] + filing AS spoken
ORDER BY sources, thing.id
