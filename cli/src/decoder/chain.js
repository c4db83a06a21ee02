// Codes and the entries that they name (`core/src/answer/chain.rs`).

function positionOf(catalog /*: Catalog */, received /*: Received */, found /*: Found */)
  /*: Position */ {
  const level = catalog.slots[found.slot].level;
  if (level > 0) return { level, isNested: false };
  const nests = found.element > 0 ? received.elements[found.element - 1].item.nests : catalog.nests;
  return nests ? { level: found.level + 1, isNested: true } : { level: OWN_LEVEL, isNested: false };
}

function compare(some /*: Position */, other /*: Position */) /*: number */ {
  return some.level - other.level || Number(some.isNested) - Number(other.isNested);
}

function isAt(catalog /*: Catalog */, position /*: Position */, entry /*: number */) /*: boolean */ {
  return position.isNested || position.level === OWN_LEVEL || lineage(catalog, entry).length === position.level;
}

function namesEntry(slot /*: Slot */) /*: boolean */ {
  return slot.source === "code" || slot.source === "problem-type";
}

// The codes and problem types of an element, the outermost first.
function codesOf(catalog /*: Catalog */, received /*: Received */, element /*: number */) /*: ReceivedCode[] */ {
  const codes /*: ReceivedCode[] */ = [];
  for (const found of received.found) {
    const slot = catalog.slots[found.slot];
    if (found.element !== element || !namesEntry(slot)) continue;
    const text = foundText(catalog, found);
    if (text === "") continue;
    codes.push({ position: positionOf(catalog, received, found), isType: slot.source !== "code", text });
  }
  const rank = (some /*: ReceivedCode */, other /*: ReceivedCode */) =>
    compare(some.position, other.position) || Number(some.isType) - Number(other.isType);
  const sorted = codes.map((code, at) => ({ code, at }));
  sorted.sort((a, b) => rank(a.code, b.code) || a.at - b.at);
  return sorted.map(({ code }) => code)
    .filter((code, at, all) => at === 0 || rank(all[at - 1], code) !== 0);
}

// The codes around an element with its own behind them.
function chainOf(around /*: ReceivedCode[] */, own /*: ReceivedCode[] */) /*: ReceivedCode[] */ {
  const stays = around.filter((code) => own.length === 0 || compare(code.position, own[0].position) < 0);
  const chain /*: ReceivedCode[] */ = [];
  for (const code of stays.concat(own)) {
    const last = chain[chain.length - 1];
    const isSameCode = last !== undefined && !last.isType && !code.isType && last.text === code.text;
    // The deeper of the two stays.
    if (isSameCode) chain[chain.length - 1] = code;
    else chain.push(code);
  }
  return chain;
}

function beginsWith(chain /*: ReceivedCode[] */, other /*: ReceivedCode[] */) /*: boolean */ {
  return chain.length >= other.length && other.every((code, at) => code.text === chain[at].text);
}

function entryOfType(catalog /*: Catalog */, uri /*: string */) /*: number | null */ {
  const known = catalog.byType.get(uri);
  if (known !== undefined) return known;
  const path = isRelative(uri) ? uri : typePath(uri);
  if (path === null) return null;
  const entry = isRelative(uri) ? catalog.byTypePath.get(path) : catalog.byType.get(path);
  return entry === undefined ? null : entry;
}

// The entry that a code of a chain names, the outer ones being around it.
function entryOf(
  catalog /*: Catalog */,
  chain /*: ReceivedCode[] */,
  at /*: number */,
  status /*: number */,
  messages /*: () => string[] */
) /*: number | null */ {
  const code = chain[at];
  if (code.isType) return entryOfType(catalog, code.text);
  const outer = chain.slice(0, at).filter((other) => !other.isType).reverse();
  const isLedTo = (entry /*: number */) => {
    if (!isAt(catalog, code.position, entry)) return false;
    const ancestors = lineage(catalog, entry).slice(1);
    return outer.every((other) => {
      for (;;) {
        const ancestor = ancestors.shift();
        if (ancestor === undefined) return false;
        const { code: own, aliases } = catalog.data.entries[ancestor];
        if (isAt(catalog, other.position, ancestor) && (own === other.text || aliases.includes(other.text))) {
          return true;
        }
      }
    });
  };
  let entries = catalog.byCode.get(code.text) || [];
  if (!code.position.isNested) entries = entries.filter(isLedTo);
  if (entries.length < 2) return entries.length === 0 ? null : entries[0];
  for (const meets of [isLedTo, (entry /*: number */) => catalog.data.entries[entry].status === status]) {
    if (entries.some(meets)) entries = entries.filter(meets);
  }
  const received = entries.length > 1 ? messages() : [];
  const weights = entries.map((entry) =>
    Math.max(0, ...received.map((message) => fit(catalog, entry, message)))
  );
  return entries[weights.indexOf(Math.max(...weights))];
}
