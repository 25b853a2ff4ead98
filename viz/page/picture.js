"use strict";
// The picture: vis-network places and moves what Python laid out; shapes, glyphs, names and lines are drawn here.

const Picture = (() => {
  const SIZE = 28, NAME = 12, WORD = 10.5, CELL = 6, MANY = 1500;
  const SHIELD = new Path2D("M0-6L5-4V0C5 3.4 2.6 5.4 0 6.6C-2.6 5.4-5 3.4-5 0V-4Z");

  const open = (box, data, on) => {
    const nodes = new Map(data.nodes.map((node) => [node.id, node]));
    const links = new Map(data.links.map((link) => [link.id, link]));
    const paths = new Map(Object.entries(data.looks).map(([kind, look]) => [kind, [new Path2D(look.shape), new Path2D(look.glyph), look]]));
    const degree = new Map();
    for (const link of data.links) for (const end of [link.from, link.to]) degree.set(end, (degree.get(end) || 0) + 1);
    // Whose names are written first, where there is not room for all: who held a post, then what has most links.
    for (const link of data.links) if (link.type === "POSTED_TO") degree.set(link.from, degree.get(link.from) + 5);
    const byDegree = [...data.nodes].sort((a, b) => (degree.get(b.id) || 0) - (degree.get(a.id) || 0) || a.id - b.id);
    // Seen from far away things and lines grow again, or a whole chart would be dust. In steps: lines are repainted.
    let grown = 1;
    let dark = false, ink = "#000", ground = "#fff", accent = "#06c", chosen = null, lit = null, hovered = null;
    let seen = { nodes: new Set(nodes.keys()), links: new Set(links.keys()) };

    const tint = (link) => data.tints[link.disputed ? "disputed" : link.family][dark ? 1 : 0];
    const stroke = (link) => data.strokes[link.disputed ? "disputed" : link.certainty];

    // ---- nodes -------------------------------------------------------------------------------------------------
    const drawNode = (ctx, id, x, y) => {
      const node = nodes.get(id), [shape, glyph, look] = paths.get(node.kind), hollow = node.hollow || node.outside;
      ctx.save();
      ctx.translate(x, y);
      ctx.scale(grown, grown);
      ctx.lineCap = ctx.lineJoin = "round";
      ctx.globalAlpha = lit && !lit.has(id) ? 0.35 : 1;
      if (id === chosen) {
        ctx.beginPath();
        ctx.arc(0, 0, 21, 0, 2 * Math.PI);
        ctx.lineWidth = 3;
        ctx.strokeStyle = accent;
        ctx.stroke();
      }
      ctx.fillStyle = hollow ? ground : look.colour;
      ctx.fill(shape);
      ctx.lineWidth = hollow ? 2 : 1.3;
      ctx.strokeStyle = hollow ? (dark ? ink : look.colour) : dark ? "rgba(255,255,255,.55)" : "rgba(0,0,0,.35)";
      ctx.setLineDash(node.outside ? [1, 4] : hollow ? [5, 4] : []);
      ctx.stroke(shape);
      ctx.setLineDash([]);
      ctx.lineWidth = 1.7;
      ctx.strokeStyle = hollow ? (dark ? ink : look.colour) : look.ink;
      ctx.stroke(glyph);
      if (node.protected) {
        ctx.translate(10.5, -10.5);
        ctx.fillStyle = dark ? "#8ce0c0" : "#0b6b4f";
        ctx.strokeStyle = ground;
        ctx.lineWidth = 2.5;
        ctx.stroke(SHIELD);
        ctx.fill(SHIELD);
      }
      ctx.restore();
    };
    const vnode = (node) => ({
      id: node.id, x: node.x, y: node.y, shape: "custom", size: SIZE / 2, hidden: !seen.nodes.has(node.id),
      ctxRenderer: ({ ctx, id, x, y }) => ({ drawNode: () => drawNode(ctx, id, x, y), nodeDimensions: { width: SIZE * grown, height: SIZE * grown } }),
    });

    // ---- lines -------------------------------------------------------------------------------------------------
    const vlink = (link) => {
      const how = stroke(link), faded = lit && !(link.id === chosen || link.from === chosen || link.to === chosen);
      const wide = Math.min(1.5 + 0.8 * Math.max(0, link.origins - 1), 4.7) * (how.thin ? 0.7 : 1);
      return {
        id: link.id, from: link.from, to: link.to, hidden: !seen.links.has(link.id),
        width: (link.id === chosen ? wide + 2 : wide) * grown, dashes: how.dash.length ? how.dash.map((part) => part * grown) : false,
        color: { color: tint(link), highlight: tint(link), hover: tint(link), opacity: faded ? 0.25 : 1, inherit: false },
        smooth: link.bend ? { enabled: true, type: link.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(link.bend) } : false,
      };
    };

    const sets = { nodes: new vis.DataSet(data.nodes.map(vnode)), edges: new vis.DataSet(data.links.map(vlink)) };
    const big = data.nodes.length > MANY;
    const net = new vis.Network(box, sets, {
      physics: { enabled: false },
      layout: { improvedLayout: false },
      nodes: { chosen: false },
      edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrows: { to: { enabled: true, scaleFactor: 0.55 } } },
      interaction: { hover: true, keyboard: false, multiselect: false, selectConnectedEdges: false, hideEdgesOnDrag: big, hideEdgesOnZoom: big },
    });

    // ---- names, where there is room ----------------------------------------------------------------------------
    const lines = (name, most) => {
      const out = [""];
      for (const word of name.split(/\s+/)) {
        const last = out[out.length - 1];
        if (!last || (last + " " + word).length <= most) out[out.length - 1] = last ? last + " " + word : word;
        else out.push(word);
      }
      const kept = out.length > 2 ? [out[0], out[1] + " …"] : out;
      return kept.map((line) => (line.length > 26 ? line.slice(0, 25) + "…" : line));
    };
    const wrapped = new Map(data.nodes.map((node) => [node.id, lines(node.label, node.kind === "Person" ? 13 : 18)]));

    const drawNames = (ctx) => {
      const scale = net.getScale(), view = net.getViewPosition(), width = box.clientWidth, height = box.clientHeight;
      const taken = new Map();
      const screen = (x, y) => [(x - view.x) * scale + width / 2, (y - view.y) * scale + height / 2];
      const cells = (x0, y0, x1, y1, visit) => {
        for (let x = Math.floor(x0 / CELL); x <= Math.floor(x1 / CELL); x++)
          for (let y = Math.floor(y0 / CELL); y <= Math.floor(y1 / CELL); y++) if (visit(x * 65536 + y)) return true;
        return false;
      };
      const free = (owner, ...area) => !cells(...area, (cell) => taken.has(cell) && taken.get(cell) !== owner);
      const take = (owner, ...area) => cells(...area, (cell) => void taken.set(cell, owner));
      const text = (rows, x, y, size, colour, align = "center") => {
        ctx.font = `${size / scale}px system-ui, "Segoe UI", "DejaVu Sans", sans-serif`;
        ctx.textAlign = align;
        ctx.textBaseline = "top";
        ctx.lineJoin = "round";
        ctx.lineWidth = 3.5 / scale;
        ctx.strokeStyle = ground;
        ctx.fillStyle = colour;
        rows.forEach((row, at) => {
          ctx.strokeText(row, x, y + (at * size * 1.15) / scale);
          ctx.fillText(row, x, y + (at * size * 1.15) / scale);
        });
      };
      const body = net.body, half = (SIZE / 2) * grown * scale;
      const shown = byDegree.filter((node) => seen.nodes.has(node.id));
      for (const node of shown) {
        const at = body.nodes[node.id], [x, y] = screen(at.x, at.y);
        // A little more than the node: a name so near that it might be read as another's is not written at all.
        take(node.id, x - half - 7, y - half - 5, x + half + 7, y + half + 5);
      }
      const rank = (node) => (node.id === chosen ? 0 : node.id === hovered ? 1 : lit && lit.has(node.id) ? 2 : 3);
      for (const node of [...shown].sort((a, b) => rank(a) - rank(b))) {
        const at = body.nodes[node.id], [x, y] = screen(at.x, at.y), rows = wrapped.get(node.id);
        if (x < -80 || y < -20 || x > width + 80 || y > height + 20) continue;
        const wide = Math.max(...rows.map((row) => row.length)) * NAME * 0.56, high = rows.length * NAME * 1.15;
        // Below, else beside, else above: the first place where nothing else is.
        const places = [
          ["center", x - wide / 2, y + half + 4.5], ["left", x + half + 5, y - high / 2],
          ["right", x - half - 5 - wide, y - high / 2], ["center", x - wide / 2, y - half - high - 4.5],
        ];
        const inside = (left, top) => left > 2 && top > 2 && left + wide < width - 2 && top + high < height - 2;
        const place = places.find(([, left, top]) => inside(left, top) && free(node.id, left, top, left + wide, top + high)) || (rank(node) < 2 ? places[0] : null);
        if (!place) continue;
        const [align, left, top] = place, start = { center: left + wide / 2, left, right: left + wide }[align];
        take("name", left, top, left + wide, top + high);
        ctx.globalAlpha = lit && !lit.has(node.id) ? 0.45 : 1;
        text(rows, (start - width / 2) / scale + view.x, (top - height / 2) / scale + view.y, NAME, ink, align);
      }
      ctx.globalAlpha = 1;
      const near = (link) => link.id === chosen || link.from === chosen || link.to === chosen;
      for (const link of data.links) {
        if (!seen.links.has(link.id) || (lit ? !near(link) : scale < 0.4 && !link.disputed)) continue;
        const at = body.edges[link.id].edgeType.getPoint(0.5), [x, y] = screen(at.x, at.y);
        const caption = link.disputed ? link.says + " · disputed" : link.says, wide = (caption.length * WORD * 0.52) / 2;
        const area = [x - wide, y - WORD / 2, x + wide, y + WORD / 2];
        const [from, to] = [body.nodes[link.from], body.nodes[link.to]], long = Math.hypot(from.x - to.x, from.y - to.y) * scale;
        // Where a word would hide most of its line, what the line is like says more.
        if (long < 2 * wide + 60 || !free("word", ...area)) continue;
        take("name", ...area);
        text([caption], at.x, at.y - WORD / 2 / scale, WORD, tint(link));
      }
    };
    net.on("afterDrawing", drawNames);

    // ---- what others may ask of it -----------------------------------------------------------------------------
    const paint = () => {
      sets.nodes.update(data.nodes.map((node) => ({ id: node.id, hidden: !seen.nodes.has(node.id) })));
      sets.edges.update(data.links.map(vlink));
    };
    const theme = () => {
      const own = getComputedStyle(box);
      dark = own.colorScheme === "dark" || (own.colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
      [ink, ground, accent] = [own.color, own.backgroundColor, own.caretColor];
      paint();
    };
    const grow = () => {
      const wanted = Math.min(4, Math.max(1, Math.round((0.65 / net.getScale()) * 4) / 4));
      if (wanted === grown) return;
      grown = wanted;
      paint();
    };
    const fit = () => {
      const places = data.nodes.filter((node) => seen.nodes.has(node.id)).map((node) => net.getPosition(node.id));
      if (!places.length) return;
      const [xs, ys] = [places.map((at) => at.x), places.map((at) => at.y)], [left, right] = [Math.min(...xs), Math.max(...xs)];
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)], margin = Math.min(75, box.clientWidth / 8);
      const across = box.clientWidth - 2 * margin, down = box.clientHeight - 110;
      const scale = Math.min(1.2, across / Math.max(1, right - left), down / Math.max(1, bottom - top));
      net.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 8 / scale }, scale: Math.max(scale, 0.02), animation: false });
      grow();
    };
    const choose = (id) => {
      chosen = id;
      const link = links.get(id);
      lit = id === null ? null : new Set(link ? [link.from, link.to] : [id]);
      if (lit && !link)
        for (const one of data.links)
          if (seen.links.has(one.id) && (one.from === id || one.to === id)) lit.add(one.from).add(one.to);
      paint();
    };
    const reveal = (id) => {
      const at = net.canvasToDOM(net.getPosition(id)), edge = 60;
      if (net.getScale() > 0.55 && at.x > edge && at.y > edge && at.x < box.clientWidth - edge && at.y < box.clientHeight - edge) return;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      net.focus(id, { scale: Math.max(net.getScale(), 0.75), animation: calm ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
      setTimeout(grow, 300);
    };
    const show = (visible) => {
      seen = visible;
      paint();
    };
    const toward = (id, key) => {
      const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key], from = net.getPosition(id);
      let best = null, least = Infinity;
      for (const link of data.links) {
        if (!seen.links.has(link.id) || (link.from !== id && link.to !== id)) continue;
        const other = link.from === id ? link.to : link.from, at = net.getPosition(other);
        const along = (at.x - from.x) * dx + (at.y - from.y) * dy, aside = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
        const cost = along + 2.5 * aside;
        if (along > 0 && along >= aside * 0.4 && cost < least) [best, least] = [other, cost];
      }
      return best;
    };

    net.on("click", ({ nodes: [node], edges: [link] }) => on.choose(node ?? link ?? null));
    net.on("hoverNode", ({ node, pointer }) => ((hovered = node), on.hover(nodes.get(node), pointer.DOM), net.redraw()));
    net.on("hoverEdge", ({ edge, pointer }) => on.hover(links.get(edge), pointer.DOM));
    for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) net.on(leave, () => ((hovered = null), on.hover(null)));
    net.on("zoom", grow);
    theme();
    fit();
    return { choose, fit, reveal, show, theme, toward, canvas: () => box.querySelector("canvas"), ground: () => ground, ink: () => ink };
  };

  return { open };
})();
