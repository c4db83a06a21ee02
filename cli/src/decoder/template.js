// Templates: text, numbers of slots or names of parameters, and parts that may be left out.

function stepsOfPieces(pieces /*: PieceData[] */) /*: Step[] */ {
  const steps /*: Step[] */ = [];
  for (const piece of pieces) {
    const last = steps[steps.length - 1];
    if ("Fixed" in piece) {
      if (piece.Fixed !== "") steps.push({ text: piece.Fixed });
    } else if ("Slot" in piece) {
      steps.push({ number: piece.Slot });
    } else if (last !== undefined && "optional" in last) {
      last.optional.push(stepsOfPieces(piece.Optional));
    } else {
      steps.push({ optional: [stepsOfPieces(piece.Optional)] });
    }
  }
  return steps;
}

function stepsOfMessage(message /*: string */) /*: Step[] */ {
  const steps /*: Step[] */ = [];
  let text = "";
  for (const part of message.match(/\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/g) || []) {
    if (part === "{{" || part === "}}") {
      text += part[0];
    } else if (part[0] === "{" && part.length > 1) {
      if (text !== "") steps.push({ text });
      text = "";
      steps.push({ number: part.slice(1, -1) });
    } else {
      text += part;
    }
  }
  if (text !== "") steps.push({ text });
  return steps;
}

function numbers(steps /*: Step[] */) /*: Num[] */ {
  const all /*: Num[] */ = [];
  for (const step of steps) {
    if ("number" in step) all.push(step.number);
    if ("optional" in step) step.optional.forEach((inside) => all.push(...numbers(inside)));
  }
  return all;
}

function textLength(steps /*: Step[] */) /*: number */ {
  let length = 0;
  for (const step of steps) if ("text" in step) length += utf8Length(step.text);
  return length;
}

// What stands at each number in a text; `null` where the text does not fit.
function extract(
  steps /*: Step[] */,
  text /*: string */,
  isGood /*: (number: Num, value: string) => boolean */
) /*: Value[] | null */ {
  if (steps.some((step) => "optional" in step)) {
    return extractOptional(steps, text, isGood) || extractOptional(steps, text, () => true);
  }
  let before = "";
  const parts /*: { number: Num; behind: string }[] */ = [];
  for (const step of steps) {
    if ("number" in step) parts.push({ number: step.number, behind: "" });
    else if ("text" in step && parts.length === 0) before += step.text;
    else if ("text" in step) parts[parts.length - 1].behind += step.text;
  }
  if (!text.startsWith(before)) return null;
  let rest = text.slice(before.length);
  const found /*: Value[] */ = [];
  for (let at = 0; at < parts.length; at += 1) {
    const { number, behind } = parts[at];
    const isLast = at + 1 === parts.length;
    if (!isLast && behind === "") return null;
    const end = isLast ? rest.length - behind.length : rest.indexOf(behind);
    if (end < 0 || (isLast && !rest.endsWith(behind))) return null;
    found.push([number, rest.slice(0, end)]);
    rest = rest.slice(end + behind.length);
  }
  const first = new Map(found.slice().reverse());
  const agree = found.every(([number, value]) => first.get(number) === value);
  return rest === "" && agree ? found : null;
}

// The same, where parts may be left out: side by side, they are found in any order.
function extractOptional(
  steps /*: Step[] */,
  text /*: string */,
  isGood /*: (number: Num, value: string) => boolean */
) /*: Value[] | null */ {
  let attempts = 0;
  let found /*: Value[] */ = [];

  function matches(at /*: number */, used /*: number[] */, rest /*: string */) /*: boolean */ {
    if (at === steps.length) return rest === "";
    const step = steps[at];
    if (!("optional" in step)) return one(step, rest, (behind) => matches(at + 1, [], behind));
    return (
      step.optional.some(
        (inside, number) =>
          !used.includes(number) &&
          all(inside, 0, rest, (behind) => matches(at, used.concat(number), behind))
      ) || matches(at + 1, [], rest)
    );
  }

  function all(
    inside /*: Step[] */,
    at /*: number */,
    rest /*: string */,
    then /*: (rest: string) => boolean */
  ) /*: boolean */ {
    if (at === inside.length) return then(rest);
    return one(inside[at], rest, (behind) => all(inside, at + 1, behind, then));
  }

  function one(step /*: Step */, rest /*: string */, then /*: (rest: string) => boolean */)
    /*: boolean */ {
    attempts += 1;
    if (attempts > MOST_ATTEMPTS) return false;
    if ("text" in step) return rest.startsWith(step.text) && then(rest.slice(step.text.length));
    if (!("number" in step)) return then(rest);
    for (let end = 1; end <= rest.length; end += 1) {
      attempts += 1;
      if (attempts > MOST_ATTEMPTS) return false;
      const value = rest.slice(0, end);
      const other = found.find(([number]) => number === step.number);
      if ((other !== undefined && other[1] !== value) || !isGood(step.number, value)) continue;
      const before = found.length;
      found.push([step.number, value]);
      if (then(rest.slice(end))) return true;
      found = found.slice(0, before);
    }
    return false;
  }

  return matches(0, [], text) ? found : null;
}
