// What slots hold (`core/src/answer/found.rs`).

function isIntegral(json /*: string */) /*: boolean */ {
  return /^[-0-9][0-9]*$/.test(json) || (/^[-0-9]/.test(json) && whole(json) !== null);
}

function isOfType(type /*: SlotType */, json /*: string */) /*: boolean */ {
  const first = json[0];
  const isDigit = /^[-0-9]/.test(json);
  switch (type) {
    case "string": return first === '"';
    case "number": return isDigit;
    case "integer": return isIntegral(json);
    case "boolean": return first === "t" || first === "f";
    case "array": return first === "[";
    case "object": return first === "{";
    case "any": return first !== "n";
    default: return (first === '"' || isDigit) && wait(type, textOf(json)) !== null;
  }
}

function fits(slot /*: Slot */, json /*: string */) /*: boolean */ {
  if (isOfType(slot.type, json) || (slot.or !== null && isOfType(slot.or, json))) return true;
  if (slot.type === "string") return slot.takesDigits && isIntegral(json);
  if (slot.source === "status" || json[0] !== '"') return false;
  const inside = json.slice(1, -1);
  return slot.type === "integer" ? isInteger(inside) : slot.type === "number" && isNumber(inside);
}

// A piece of a string as what its slot holds.
function pieceOf(slot /*: Slot */, text /*: string */) /*: Piece | null */ {
  const types = slot.or === null ? [slot.type] : [slot.type, slot.or];
  const isText = (type /*: SlotType */) => type === "string" || type === "any";
  const isJson = types.some((type) => {
    if (type === "number") return isNumber(text);
    if (type === "delay" || type === "time") return isNumber(text) && wait(type, text) !== null;
    if (type === "integer") return isInteger(text);
    if (type === "boolean") return text === "true" || text === "false";
    if (isText(type)) return false;
    return fits(slot, text) && value(text, 0) === text.length;
  });
  const takesText = types.some((type) => isText(type) || wait(type, text) !== null);
  return isJson || takesText ? { text, isJson: isJson && !isText(slot.type) } : null;
}

function numberOf(text /*: string */, slot /*: Slot */) /*: string */ {
  const takesIntegers = slot.source === "code" || slot.type === "integer" || slot.or === "integer";
  return (takesIntegers ? whole(text) : null) || text;
}

// A value as text: a string without its quotes.
function foundText(catalog /*: Catalog */, found /*: Found */) /*: string */ {
  if (found.piece !== null) return found.piece.text;
  if (found.json[0] === '"') return textOf(found.json);
  return numberOf(found.json, catalog.slots[found.slot]);
}

// A value as JSON text; `null` where it is broken.
function foundJson(catalog /*: Catalog */, found /*: Found */) /*: string | null */ {
  const { json, piece } = found;
  if (piece !== null) return piece.isJson ? piece.text : JSON.stringify(piece.text);
  const slot = catalog.slots[found.slot];
  if (json[0] === '"') {
    const takesText = ["string", "any", "delay", "time"].some((type) => slot.type === type || slot.or === type);
    return takesText ? JSON.stringify(textOf(json)) : textOf(json);
  }
  const number = numberOf(json, slot);
  if (slot.type === "string" && slot.or === null) return isNumber(number) ? JSON.stringify(number) : null;
  const isJson = /^[[{]/.test(json) || isNumber(json) || /^(true|false|null)$/.test(json);
  return isJson ? number : null;
}
