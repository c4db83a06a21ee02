// The catalog, made ready: which items of lists stand for errors, and what names lead to entries
// (`core/src/error_item.rs`).

function isOfEntry(slot /*: Slot */) /*: boolean */ {
  return !["caller", "status", "reason", "parameters"].includes(slot.source);
}

function levelsOf(node /*: NodeData */, slots /*: Slot[] */, inItems /*: boolean */) /*: Levels */ {
  const levels /*: Levels */ = { named: [], isOwn: false, nests: false };
  const add = (number /*: number */) => {
    const slot = slots[number];
    if (!isOfEntry(slot)) return;
    if (slot.level === 0) levels.isOwn = true;
    else levels.named.push(slot.level);
  };
  const visit = (inside /*: NodeData */) => {
    if (inside === "Inner") levels.nests = true;
    if (typeof inside === "string") return;
    if ("Object" in inside) {
      for (const { key, node } of inside.Object) {
        const isMap = !("Names" in key);
        if (isMap && !inItems) continue;
        if ("Slot" in key) add(key.Slot);
        if ("Path" in key) add(key.Path);
        visit(node);
      }
    }
    if ("List" in inside && inItems) inside.List.forEach(visit);
    if ("Slot" in inside) add(inside.Slot);
    if ("Text" in inside) numbers(stepsOfPieces(inside.Text)).forEach((slot) => add(Number(slot)));
  };
  visit(node);
  return levels;
}

function both(some /*: Levels */, others /*: Levels */) /*: Levels */ {
  return {
    named: some.named.concat(others.named),
    isOwn: some.isOwn || others.isOwn,
    nests: some.nests || others.nests,
  };
}

function errorItem(levels /*: Levels */, around /*: Levels */) /*: Item | null */ {
  if (levels.named.length === 0 && !levels.isOwn && !levels.nests) return null;
  const lowest = levels.named.length === 0 ? 0 : Math.min(...levels.named);
  const deepest = levels.isOwn || levels.named.length === 0 ? 0 : Math.max(...levels.named);
  const hasLowest = around.named.includes(lowest) || (around.nests && lowest > 1);
  return { lowest, deepest, leavesOutFirst: lowest > 0 && hasLowest, nests: levels.nests };
}

function nodeOf(data /*: NodeData */, slots /*: Slot[] */, around /*: Levels */) /*: Node */ {
  if (data === "Null") return { kind: "null" };
  if (data === "Inner") return { kind: "inner" };
  if ("Slot" in data) return { kind: "slot", slot: data.Slot };
  if ("Text" in data) return { kind: "text", steps: stepsOfPieces(data.Text) };
  if ("String" in data) return { kind: "string", text: data.String };
  if ("Number" in data) return { kind: "number", text: data.Number };
  if ("Boolean" in data) return { kind: "boolean", value: data.Boolean };
  if ("List" in data) {
    const items = data.List.map((item) => {
      const levels = levelsOf(item, slots, false);
      return { errors: errorItem(levels, around), node: nodeOf(item, slots, both(around, levels)) };
    });
    return { kind: "list", items };
  }
  const members = data.Object.map(({ key, node }) => {
    if ("Names" in key) {
      const inside = nodeOf(node, slots, around);
      return { names: key.Names, slot: -1, isPath: false, isMap: false, node: inside, errors: null };
    }
    const slot = "Slot" in key ? key.Slot : key.Path;
    const levels = levelsOf(node, slots, true);
    if (isOfEntry(slots[slot])) {
      if (slots[slot].level === 0) levels.isOwn = true;
      else levels.named.push(slots[slot].level);
    }
    const errors = errorItem(levels, around);
    const beside = errors === null ? around : both(around, levelsOf(node, slots, false));
    const inside = nodeOf(node, slots, beside);
    return { names: [], slot, isPath: "Path" in key, isMap: true, node: inside, errors };
  });
  return { kind: "object", members };
}

function sourceOf(source /*: unknown */) /*: string */ {
  if (typeof source === "string") return source;
  const [kind] = Object.values(source /*:: as { [kind: string]: string } */);
  return kind;
}

function slotOf(data /*: SlotData */) /*: Slot */ {
  const source = sourceOf(data.source);
  // A member of a problem that should be a URI and is none is ignored (RFC 9457 §3.1).
  const isUri = data.name === "instance" || data.name === "uri";
  const isFree = source === "code" || source === "status" || (source === "caller" && !isUri);
  const takesDigits = data.slot_type === "string" && isFree;
  const { name, slot_type: type, or, level } = data;
  return { name, type, or, source, level, takesDigits };
}

function headerOf(data /*: HeaderData */) /*: Header */ {
  return { name: data.name, steps: stepsOfPieces(data.pieces) };
}

// What stands behind the authority of a problem type.
function typePath(uri /*: string */) /*: string | null */ {
  const parts = /^(?:[^/]*:)?\/\/[^/]*(\/.*)$/s.exec(uri);
  return parts === null ? null : parts[1];
}

function isRelative(uri /*: string */) /*: boolean */ {
  return uri.startsWith("/") && !uri.startsWith("//");
}

function catalogOf(data /*: CatalogData */) /*: Catalog */ {
  const slots = data.shape.slots.map(slotOf);
  const root = (node /*: NodeData */) => nodeOf(node, slots, levelsOf(node, slots, false));
  const byCode /*: Map<string, number[]> */ = new Map();
  const byType /*: Map<string, number> */ = new Map();
  const byTypePath /*: Map<string, number> */ = new Map();
  data.entries.forEach((entry, number) => {
    for (const code of [entry.code].concat(entry.aliases)) {
      const known = byCode.get(code);
      if (known === undefined) byCode.set(code, [number]);
      else if (!known.includes(number)) known.push(number);
    }
    if (entry.problem_type === null) return;
    if (!byType.has(entry.problem_type)) byType.set(entry.problem_type, number);
    const path = isRelative(entry.problem_type) ? null : typePath(entry.problem_type);
    if (path !== null && !byTypePath.has(path)) byTypePath.set(path, number);
  });
  const rows = new Map(
    data.statuses.map((row) => [row.status, { data: row, headers: row.headers.map(headerOf) }])
  );
  return {
    data, slots, rows, byCode, byType, byTypePath,
    root: root(data.shape.members),
    inner: root(data.shape.inner),
    nests: data.shape.inner !== "Null",
    headers: data.shape.headers.map(headerOf),
    templates: new Map(),
  };
}

function templates(catalog /*: Catalog */, entry /*: number */) /*: Step[][] */ {
  let known = catalog.templates.get(entry);
  if (known === undefined) {
    const { messages, texts } = catalog.data.entries[entry];
    known = (messages || texts.message || []).map(stepsOfMessage);
    catalog.templates.set(entry, known);
  }
  return known;
}

function lineage(catalog /*: Catalog */, entry /*: number */) /*: number[] */ {
  const all = [entry];
  for (;;) {
    const parent = catalog.data.entries[all[all.length - 1]].parent;
    if (parent === null) return all;
    all.push(parent);
  }
}

function isA(catalog /*: Catalog */, entry /*: number */, other /*: number */) /*: boolean */ {
  return lineage(catalog, entry).includes(other);
}

// How many bytes of text a message has in common with a template of an entry; 0 where none fits.
function fit(catalog /*: Catalog */, entry /*: number */, message /*: string */) /*: number */ {
  const fits = templates(catalog, entry).map((steps) =>
    extract(steps, message, () => true) === null ? 0 : textLength(steps)
  );
  return Math.max(0, ...fits);
}
