// Walking a body along the shape (`core/src/answer/walk.rs`).

function isConstant(node /*: Node */) /*: boolean */ {
  return node.kind === "string" || node.kind === "number" || node.kind === "boolean";
}

function isSame(node /*: Node */, json /*: string */) /*: boolean */ {
  if (node.kind === "string") return json[0] === '"' && textOf(json) === node.text;
  if (node.kind === "number") return (whole(json) || json) === (whole(node.text) || node.text);
  if (node.kind === "boolean") return json === String(node.value);
  return node.kind === "null" && json === "null";
}

function sameItem(some /*: Item */, other /*: Item */) /*: boolean */ {
  return (
    some.lowest === other.lowest && some.deepest === other.deepest &&
    some.leavesOutFirst === other.leavesOutFirst && some.nests === other.nests
  );
}

function walk(catalog /*: Catalog */, text /*: string */) /*: Received */ {
  const slots = catalog.slots;
  let found /*: Found[] */ = [];
  let elements /*: Element[] */ = [];
  let current = 0;
  let isRefused = false;
  let depth = 0;

  function atNode(node /*: Node */, level /*: number */, at /*: number */) /*: number */ {
    const first = text[at];
    if (first === undefined) return -1;
    if (node.kind === "object" && first === "{") return atObject(node.members, level, at);
    if (node.kind === "object" && first === '"') return textForObject(node.members, level, at);
    if (node.kind === "list" && first === "[") return atList(node.items, level, at);
    // One value stands for a list of one.
    if (node.kind === "list" && first !== "n") return atItem(node.items, level, at);
    if (node.kind === "slot") return atSlot(node.slot, level, at);
    if (node.kind === "text" && first === '"') {
      const end = string(text, at);
      if (end >= 0) atText(node.steps, level, textOf(text.slice(at, end)));
      return end;
    }
    if (node.kind === "inner" && first === "{" && depth < MOST_ANCESTORS) {
      depth += 1;
      const end = atNode(catalog.inner, level + 1, at);
      depth -= 1;
      return end;
    }
    return value(text, at);
  }

  function atObject(members /*: Member[] */, level /*: number */, start /*: number */) /*: number */ {
    const mark = [found.length, elements.length];
    // The number of the name by which each member was there.
    const seen /*: Map<number, number> */ = new Map();
    const map = members.find((known) => known.isMap);
    let at = blanks(text, start + 1);
    for (;;) {
      const next = member(text, at);
      if (next === undefined) return -1;
      if ("end" in next) return next.end;
      const number = members.findIndex((known) => known.names.includes(next.name));
      const known = members[number];
      at = next.start;
      if (known === undefined) {
        at = map === undefined ? value(text, at) : mapMember(map, next.key, at);
      } else if (isConstant(known.node)) {
        const end = value(text, at);
        if (end < 0) return -1;
        if (!isSame(known.node, text.slice(at, end))) {
          found = found.slice(0, mark[0]);
          elements = elements.slice(0, mark[1]);
          isRefused = true;
          return value(text, start);
        }
        at = end;
      } else {
        at = atMember(known, known.names.indexOf(next.name), number, seen, level, at);
      }
      if (at < 0) return -1;
      at = comma(text, at);
    }
  }

  function atMember(
    known /*: Member */,
    name /*: number */,
    number /*: number */,
    seen /*: Map<number, number> */,
    level /*: number */,
    at /*: number */
  ) /*: number */ {
    // Another spelling may have a value.
    if (text[at] === "n" && known.names.length > 1) return value(text, at);
    const before = seen.get(number);
    if (before !== undefined) {
      if (name > before) return value(text, at);
      // Of a member that stands twice, the last counts, as with most readers.
      forget(known.node, level);
    }
    seen.set(number, name);
    const end = atNode(known.node, level, at);
    isRefused = false;
    return end;
  }

  // A string where an object is documented: its code, if the catalog knows it, or else its message.
  function textForObject(members /*: Member[] */, level /*: number */, at /*: number */) /*: number */ {
    const end = string(text, at);
    if (end < 0) return -1;
    const inside /*: number[] */ = [];
    for (const { node, isMap } of members) if (!isMap && node.kind === "slot") inside.push(node.slot);
    const entries = catalog.byCode.get(textOf(text.slice(at, end))) || [];
    const codes = inside.filter((slot) => slots[slot].source === "code");
    const hasLevel = (slot /*: number */) =>
      entries.some((entry) => slots[slot].level === 0 || lineage(catalog, entry).length === slots[slot].level);
    const message = inside.find((slot) => slots[slot].source === "message");
    const known = codes.find(hasLevel);
    const slot = known !== undefined ? known : message !== undefined ? message : codes[0];
    return slot === undefined ? end : atSlot(slot, level, at);
  }

  function atList(
    items /*: { node: Node; errors: Item | null }[] */,
    level /*: number */,
    start /*: number */
  ) /*: number */ {
    let at = blanks(text, start + 1);
    while (text[at] !== "]") {
      at = at < text.length ? atItem(items, level, at) : -1;
      if (at < 0) return -1;
      at = comma(text, at);
    }
    return at + 1;
  }

  function atItem(
    items /*: { node: Node; errors: Item | null }[] */,
    level /*: number */,
    at /*: number */
  ) /*: number */ {
    const item = itemFor(items, at);
    if (item === undefined) return value(text, at);
    const { node, errors } = item;
    if (errors !== null) return inElement(errors, false, at, () => atNode(node, 0, at));
    const end = atNode(node, level, at);
    isRefused = false;
    return end;
  }

  // The first item all of whose fixed members an element has, or else the first that has none which the
  // element has otherwise.
  function itemFor(items /*: { node: Node; errors: Item | null }[] */, at /*: number */) {
    const suitable = items.filter(({ node }) => suits(node, at));
    if (items.length === 1) return suitable[0];
    const conditionsOf = suitable.map(({ node }) => conditions(node, at));
    const met = conditionsOf.indexOf("met");
    return suitable[met >= 0 ? met : conditionsOf.indexOf("open")];
  }

  function suits(node /*: Node */, at /*: number */) /*: boolean */ {
    const first = text[at];
    if (first === undefined) return false;
    if (node.kind === "object") return first === "{" || first === '"';
    if (node.kind === "inner") return first === "{";
    if (node.kind === "text") return first === '"';
    if (node.kind === "list") return first === "[" || node.items.some((item) => suits(item.node, at));
    const end = value(text, at);
    if (end < 0) return false;
    const json = text.slice(at, end);
    return node.kind === "slot" ? fits(slots[node.slot], json) : isSame(node, json);
  }

  function conditions(node /*: Node */, start /*: number */) /*: "met" | "open" | "different" */ {
    if (node.kind !== "object") return "open";
    const fixed = node.members.filter((known) => !known.isMap && isConstant(known.node));
    let met = 0;
    let at = blanks(text, start + 1);
    for (;;) {
      const next = member(text, at);
      if (next === undefined || "end" in next) break;
      const end = value(text, next.start);
      if (end < 0) break;
      const known = fixed.find(({ names }) => names.includes(next.name));
      if (known !== undefined) {
        if (!isSame(known.node, text.slice(next.start, end))) return "different";
        met += 1;
      }
      at = comma(text, end);
    }
    return fixed.length > 0 && met >= fixed.length ? "met" : "open";
  }

  function inElement(
    item /*: Item */,
    isMap /*: boolean */,
    at /*: number */,
    read /*: () => number */
  ) /*: number */ {
    if (elements.length >= MOST_ERRORS || depth >= MOST_ANCESTORS) return value(text, at);
    depth += 1;
    const mark = [found.length, elements.length];
    const around = current;
    const isInRoot = around > 0 ? elements[around - 1].isInRoot : isMap;
    elements.push({ around, item, isInRoot, isAbsent: false });
    current = elements.length;
    const end = read();
    depth -= 1;
    current = around;
    if (isRefused) {
      found = found.slice(0, mark[0]);
      elements = elements.slice(0, mark[1]);
    }
    isRefused = false;
    return end;
  }

  // A member whose name is the value of a slot.
  function mapMember(map /*: Member */, key /*: string */, at /*: number */) /*: number */ {
    if (text[at] === undefined) return -1;
    if (map.isPath && text[at] === "{" && map.node.kind !== "object") return atPath(map, textOf(key), 1, at);
    if (map.errors === null || !suits(map.node, at)) return value(text, at);
    return mapValue(map, map.errors, { json: key, piece: null }, at);
  }

  function mapValue(
    map /*: Member */,
    errors /*: Item */,
    name /*: { json: string; piece: Piece | null } */,
    at /*: number */
  ) /*: number */ {
    return inElement(errors, true, at, () => {
      found.push({ slot: map.slot, level: 0, element: current, json: name.json, piece: name.piece });
      return atNode(map.node, 0, at);
    });
  }

  function atPath(map /*: Member */, path /*: string */, levels /*: number */, start /*: number */)
    /*: number */ {
    if (levels > MOST_ANCESTORS) return value(text, start);
    let at = blanks(text, start + 1);
    for (;;) {
      const next = member(text, at);
      if (next === undefined) return -1;
      if ("end" in next) return next.end;
      at = next.start;
      if (text[at] === undefined) return -1;
      const name = `${path}.${next.name}`;
      if (text[at] === "{") {
        at = atPath(map, name, levels + 1, at);
      } else if (map.errors !== null && suits(map.node, at)) {
        at = mapValue(map, map.errors, { json: "", piece: { text: name, isJson: false } }, at);
      } else {
        at = value(text, at);
      }
      if (at < 0) return -1;
      at = comma(text, at);
    }
  }

  function atSlot(slot /*: number */, level /*: number */, at /*: number */) /*: number */ {
    const end = value(text, at);
    if (end < 0) return -1;
    const json = text.slice(at, end);
    if (fits(slots[slot], json)) found.push({ slot, level, element: current, json, piece: null });
    return end;
  }

  // The values of the slots in a string. One that is none of what the shape says is kept whole: in the
  // slot of the code, or else in the first one.
  function atText(steps /*: Step[] */, level /*: number */, inside /*: string */) {
    const isKnown = (slot /*: Num */, code /*: string */) =>
      slots[Number(slot)].source !== "code" || catalog.byCode.has(code);
    let values = extract(steps, inside, isKnown);
    if (values === null) {
      const all = numbers(steps);
      const code = all.find((slot) => slots[Number(slot)].source === "code");
      const slot = code === undefined ? all[0] : code;
      values = slot === undefined ? [] : [[slot, inside]];
    }
    for (const [slot, part] of values) {
      const piece = pieceOf(slots[Number(slot)], part);
      if (piece !== null) found.push({ slot: Number(slot), level, element: current, json: "", piece });
    }
  }

  // Drops what was found in a node.
  function forget(node /*: Node */, level /*: number */) {
    if (node.kind === "object") {
      node.members.filter((known) => !known.isMap).forEach((known) => forget(known.node, level));
    } else if (node.kind === "list") {
      for (const item of node.items) {
        if (item.errors === null) forget(item.node, level);
        else forgetElements(item.errors);
      }
    } else if (node.kind === "slot") {
      forgetSlot(node.slot, level);
    } else if (node.kind === "text") {
      numbers(node.steps).forEach((slot) => forgetSlot(Number(slot), level));
    } else if (node.kind === "inner") {
      found = found.filter((one) => one.element !== current || one.level <= level);
    }
  }

  function forgetSlot(slot /*: number */, level /*: number */) {
    found = found.filter((one) => one.slot !== slot || one.level !== level || one.element !== current);
  }

  function forgetElements(item /*: Item */) {
    const dropped /*: Set<number> */ = new Set();
    elements.forEach((element, index) => {
      const isOfItem = element.around === current && sameItem(element.item, item);
      if (isOfItem || dropped.has(element.around)) {
        element.isAbsent = true;
        dropped.add(index + 1);
      }
    });
    found = found.filter((one) => !dropped.has(one.element));
  }

  const start = blanks(text, text[0] === "\ufeff" ? 1 : 0);
  atNode(catalog.root, 0, start);
  found = found.map((one, at) => ({ one, at }))
    .sort((a, b) => a.one.element - b.one.element || a.at - b.at)
    .map(({ one }) => one);
  return { found, elements, isRefused };
}
