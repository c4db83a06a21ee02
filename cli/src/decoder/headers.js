// Headers (`core/src/answer/headers.rs`).

// In quoted strings, these stand for a quotation mark and a backslash that were escaped.
const [QUOTE, BACKSLASH] = ["\u{e000}", "\u{e001}"];

function withoutPairs(value /*: string */) /*: string */ {
  return value.replace(/"((?:[^"\\]|\\[^])*)("|\\?$)/g, (all, inside, end) =>
    `"${inside.replace(/\\([^])/g, (pair /*: string */, sign /*: string */) =>
      sign === '"' ? QUOTE : sign === "\\" ? BACKSLASH : sign)}${end === "\\" ? BACKSLASH : end}`
  );
}

function withPairs(text /*: string */) /*: string */ {
  return text.split(QUOTE).join('"').split(BACKSLASH).join("\\");
}

function extractHeader(steps /*: Step[] */, value /*: string */) /*: Value[] | null */ {
  const texts /*: string[] */ = [];
  const collect = (step /*: Step */) => {
    if ("text" in step) texts.push(step.text);
    if ("optional" in step) step.optional.forEach((inside) => inside.forEach(collect));
  };
  steps.forEach(collect);
  if (!texts.some((text) => text.includes('"'))) return extract(steps, value, () => true);
  const quoted = withoutPairs(value);
  const read = (text /*: string */) => {
    const values = extract(steps, text, () => true);
    // A value does not go on behind the end of its quoted string.
    if (values === null || values.some(([, part]) => part.includes('"'))) return null;
    return values.map(([slot, part]) => [slot, withPairs(part)] /*:: as Value */);
  };
  const names /*: string[] */ = [];
  for (const text of texts) {
    for (const before of text.match(/[^ ,=]*(?==)/g) || []) if (before !== "") names.push(before);
  }
  const elements = quoted.match(/(?:"[^"]*"?|[^",])+/g) || [];
  const known = elements.map((element) => element.trim()).filter((element, at) =>
    at === 0 || (element.includes("=") && names.includes(element.split("=")[0].trimEnd()))
  );
  return read(quoted) || read(known.join(", "));
}

function listed(headers /*: AnswerHeaders | undefined */) /*: [string, string][] */ {
  if (headers === undefined) return [];
  const pairs = Symbol.iterator in headers
    ? Array.from(headers /*:: as Iterable<readonly [string, string]> */)
    : Object.entries(headers /*:: as { [name: string]: string } */);
  return pairs.map(([name, value]) => [name, value.replace(/^[ \t]+|[ \t]+$/g, "")]);
}

function readHeaders(
  catalog /*: Catalog */,
  received /*: Received */,
  headers /*: [string, string][] */,
  status /*: number */
) {
  const row = catalog.rows.get(status) || catalog.rows.get(Math.floor(status / 100) * 100);
  const own = row === undefined ? [] : row.headers.filter((header) => header.steps.length > 0);
  const isNamed = (name /*: string */) => ([known] /*: [string, string] */) =>
    known.toLowerCase() === name.toLowerCase();
  const isReplaced = (header /*: Header */) => own.some((other) => isNamed(header.name)([other.name, ""]));
  const ofBody = received.found.map((found) => catalog.slots[found.slot].source);
  const added /*: Found[] */ = [];
  for (const header of catalog.headers.filter((one) => !isReplaced(one)).concat(own)) {
    const values = headers.filter(isNamed(header.name)).map(([, value]) => extractHeader(header.steps, value));
    for (const [number, text] of values.find((one) => one !== null) || []) {
      const slot = catalog.slots[Number(number)];
      // Of what an entry says, the body says it better.
      if (slot.source !== "caller" && ofBody.includes(slot.source)) continue;
      const piece = pieceOf(slot, text);
      if (piece !== null) added.push({ slot: Number(number), level: 0, element: 0, json: "", piece });
    }
  }
  const at = received.found.findIndex((found) => found.element > 0);
  received.found.splice(at < 0 ? received.found.length : at, 0, ...added);
}
