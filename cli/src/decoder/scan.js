// The limits of the Rust decoder (`core/src/size.rs`).
const MOST_ANCESTORS = 64;
const MOST_ERRORS = 1000;
const MOST_ATTEMPTS = 20000;
const UNFILLED = "…";
const BLANK_TYPE = "about:blank";
const OWN_LEVEL = 65535;

// Scanning JSON that may break off: each function takes an offset and returns the one behind what it
// scans, or -1 where nothing more can be read.

function blanks(text /*: string */, start /*: number */) /*: number */ {
  let at = start;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\n" || text[at] === "\r") at += 1;
  return at;
}

function comma(text /*: string */, start /*: number */) /*: number */ {
  const at = blanks(text, start);
  return text[at] === "," ? blanks(text, at + 1) : at;
}

function string(text /*: string */, start /*: number */) /*: number */ {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1;
    if (text[at] === "\\") at += 1;
  }
  return -1;
}

function value(text /*: string */, start /*: number */) /*: number */ {
  const first = text[start];
  if (first === '"') return string(text, start);
  if (first === "{" || first === "[") {
    let depth = 0;
    for (let at = start; at < text.length; ) {
      const sign = text[at];
      at = sign === '"' ? string(text, at) : at + 1;
      if (at < 0) return -1;
      if (sign === "{" || sign === "[") depth += 1;
      if (sign === "}" || sign === "]") depth -= 1;
      if (depth === 0) return at;
    }
    return -1;
  }
  if (first === undefined || !/[-0-9tfn]/.test(first)) return -1;
  for (let at = start; at < text.length; at += 1) {
    if (/[,\]} \t\n\r]/.test(text[at])) return at;
  }
  // Only what comes behind it ends a number.
  return -1;
}

// The member that begins here; `null` where the object ends, `undefined` where the text does.
function member(text /*: string */, at /*: number */)
  /*: { name: string; key: string; start: number } | { end: number } | undefined */ {
  if (text[at] === "}") return { end: at + 1 };
  if (text[at] !== '"') return undefined;
  const end = string(text, at);
  if (end < 0) return undefined;
  const colon = blanks(text, end);
  if (text[colon] !== ":") return undefined;
  const key = text.slice(at, end);
  return { name: textOf(key), key, start: blanks(text, colon + 1) };
}

const ESCAPES /*: { [sign: string]: string } */ = {
  n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", '"': '"', "\\": "\\", "/": "/",
};

// A string's text, or any other value as it stands. What is broken in a string is replaced.
function textOf(json /*: string */) /*: string */ {
  if (json.length < 2 || json[0] !== '"' || json[json.length - 1] !== '"') return json;
  const inside = json.slice(1, -1);
  const escape = /\\(u([0-9a-fA-F]{4})?|["\\/nrtbf])/g;
  const text = inside.replace(escape, (all, kind, hex) => {
    if (kind[0] !== "u") return ESCAPES[kind];
    return hex === undefined ? "\ufffd" : String.fromCharCode(parseInt(hex, 16));
  });
  const pairs = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
  return text.replace(pairs, (half) => (half.length === 2 ? half : "\ufffd"));
}

function isInteger(text /*: string */) /*: boolean */ {
  return /^(0|-?[1-9][0-9]*)$/.test(text);
}

function isNumber(text /*: string */) /*: boolean */ {
  return /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/.test(text);
}

// The digits before a fraction of zeros.
function whole(text /*: string */) /*: string | null */ {
  const parts = /^([^.]*)\.0+$/.exec(text);
  return parts !== null && isInteger(parts[1]) ? parts[1] : null;
}

function utf8Length(text /*: string */) /*: number */ {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) || 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
