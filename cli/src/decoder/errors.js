// The errors of an answer (`core/src/answer/errors.rs`).

function ofElement(received /*: Received */, element /*: number */) /*: Found[] */ {
  return received.found.filter((found) => found.element === element);
}

function around(received /*: Received */, element /*: number */) /*: number[] */ {
  const all = [element];
  while (all[all.length - 1] > 0) all.push(received.elements[all[all.length - 1] - 1].around);
  return all;
}

function messagesFor(catalog /*: Catalog */, received /*: Received */, element /*: number */)
  /*: string[] */ {
  for (const one of around(received, element)) {
    const messages = ofElement(received, one)
      .filter((found) => catalog.slots[found.slot].source === "message")
      .map((found) => foundText(catalog, found));
    if (messages.length > 0) return messages;
  }
  return [];
}

// The entry that the message of an element names, where the shape has no place for the code at the level
// of the message.
function entryByMessage(
  catalog /*: Catalog */,
  received /*: Received */,
  element /*: number */,
  outer /*: number | null */,
  status /*: number */
) /*: number | null */ {
  const isMessage = (found /*: Found */) => catalog.slots[found.slot].source === "message";
  const found = ofElement(received, element).find(isMessage);
  if (found === undefined) return null;
  const { level } = catalog.slots[found.slot];
  const hasCode = catalog.slots.some(
    (slot) => namesEntry(slot) && (slot.level === 0 || slot.level === level || level === 0)
  );
  if (hasCode) return null;
  const message = foundText(catalog, found);
  let best /*: { entry: number; ofStatus: boolean; length: number } | null */ = null;
  for (let entry = 0; entry < catalog.data.entries.length; entry += 1) {
    if (outer !== null && !isA(catalog, entry, outer)) continue;
    if (level > 0 && lineage(catalog, entry).length !== level) continue;
    const length = fit(catalog, entry, message);
    if (length === 0) continue;
    const ofStatus = catalog.data.entries[entry].status === status;
    const isBetter = best === null ||
      (ofStatus !== best.ofStatus ? ofStatus : length > best.length);
    if (isBetter) best = { entry, ofStatus, length };
  }
  return best === null ? null : best.entry;
}

function entryByStatus(catalog /*: Catalog */, received /*: Received */, element /*: number */)
  /*: number | null */ {
  if (element === 0) return null;
  for (const found of ofElement(received, element)) {
    if (catalog.slots[found.slot].source !== "status") continue;
    const row = catalog.rows.get(Number(foundText(catalog, found)));
    if (row !== undefined && row.data.entry !== null) return row.data.entry;
  }
  return null;
}

function errorOf(
  catalog /*: Catalog */,
  received /*: Received */,
  status /*: number */,
  element /*: number */,
  chain /*: ReceivedCode[] */,
  firstOwn /*: number */
) /*: ReceivedError */ {
  let entry /*: number | null */ = null;
  let at = chain.length;
  while (entry === null && at > 0) {
    at -= 1;
    entry = entryOf(catalog, chain, at, status, () => messagesFor(catalog, received, element));
  }
  let isOwn = entry !== null && at >= firstOwn;
  if (firstOwn === chain.length) {
    const named = entryByMessage(catalog, received, element, entry, status);
    if (named !== null) [entry, isOwn] = [named, true];
  }
  if (entry === null) {
    entry = entryByStatus(catalog, received, element);
    isOwn = entry !== null;
  }
  const raw = chain.slice().reverse().find((code) => !(code.isType && code.text === BLANK_TYPE));
  return { element, entry, isOwn, code: raw === undefined ? null : raw.text, lowest: 0 };
}

function isRecognized(catalog /*: Catalog */, received /*: Received */, status /*: number */)
  /*: boolean */ {
  const isError = status >= 400;
  const sources = received.found.map((found) => catalog.slots[found.slot]);
  const isElement = (element /*: Element */) => !element.isAbsent && (isError || !element.isInRoot);
  return !received.isRefused && (
    sources.some(namesEntry) || received.elements.some(isElement) ||
    (isError && sources.some((slot) => slot.source === "message"))
  );
}

function errorsOf(catalog /*: Catalog */, received /*: Received */, status /*: number */)
  /*: ReceivedError[] */ {
  if (!isRecognized(catalog, received, status)) return [];
  const { elements } = received;
  const outside = codesOf(catalog, received, 0);
  const error = (element /*: number */, chain /*: ReceivedCode[] */, firstOwn /*: number */) =>
    errorOf(catalog, received, status, element, chain, firstOwn);
  if (elements.length === 0) return [error(0, outside, 0)];
  const chainAt = (element /*: number */) /*: ReceivedCode[] */ => {
    const own = codesOf(catalog, received, element);
    return element === 0 ? own : chainOf(chainAt(elements[element - 1].around), own);
  };
  const isCovered = new Array(elements.length + 1).fill(false);
  const errors = [error(0, outside, 0)];
  elements.forEach((element, index) => {
    if (element.isAbsent) {
      isCovered[index + 1] = true;
      errors.push(error(index + 1, [], 0));
      return;
    }
    const own = codesOf(catalog, received, index + 1);
    const outer = chainAt(element.around);
    const chain = chainOf(outer, own);
    // An item that leaves the first error out has the others, also those with the same codes.
    const isOther = element.item.leavesOutFirst && chain.length === outer.length;
    if (!isOther && beginsWith(chain, outer)) isCovered[element.around] = true;
    const read = error(index + 1, chain, Math.max(0, chain.length - own.length));
    read.lowest = element.item.lowest;
    errors.push(read);
  });
  if (outside.length === 0 && elements.some((element) => !element.isAbsent)) isCovered[0] = true;
  // Of elements beside each other that items of different levels have read, one that is the ancestor of
  // another one is no error of its own.
  const aroundOf = (one /*: ReceivedError */) => one.element === 0 ? 0 : elements[one.element - 1].around;
  const deepest = Math.max(...errors.map((one) => one.lowest));
  for (const outer of errors) {
    const entry = outer.entry;
    if (outer.lowest === 0 || outer.lowest >= deepest || entry === null) continue;
    if (errors.some((inner) => inner.lowest > outer.lowest && aroundOf(inner) === aroundOf(outer) &&
      inner.entry !== null && isA(catalog, inner.entry, entry))) {
      isCovered[outer.element] = true;
    }
  }
  return errors.filter((one) => !isCovered[one.element]);
}
