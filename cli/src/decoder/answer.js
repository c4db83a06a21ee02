// What an answer says.

function effectOfStatus(status /*: number */) /*: string */ {
  if (status >= 200 && status < 300) return "done";
  const refused = [401, 403, 404, 405, 406, 411, 413, 414, 415, 416, 417, 421, 426, 428, 429, 431];
  return refused.includes(status) ? "none" : "unknown";
}

// RFC 4647 §3.4; the default is the first locale.
function localeOf(catalog /*: Catalog */, tag /*: string | undefined */) /*: number */ {
  let range = (tag || "").toLowerCase();
  while (range !== "") {
    const at = catalog.data.locales.findIndex((locale) => locale.toLowerCase() === range);
    if (at >= 0) return at;
    range = range.slice(0, Math.max(0, range.lastIndexOf("-"))).replace(/-.$/, "");
  }
  return 0;
}

function parsed(json /*: string | null */) /*: unknown */ {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch (error) {
    return json;
  }
}

// What is read back from a message is of the parameter's type where it looks so.
function jsonOfText(text /*: string */, type /*: SlotType */) /*: string */ {
  const isJson = type === "integer" ? isInteger(text)
    : type === "number" ? isNumber(text)
    : type === "boolean" && (text === "true" || text === "false");
  return isJson ? text : JSON.stringify(text);
}

function answerOf(
  catalog /*: Catalog */,
  status /*: number */,
  body /*: string */,
  headers /*: [string, string][] */
) /*: Answer */ {
  const received = walk(catalog, body);
  readHeaders(catalog, received, headers, status);
  const errors = errorsOf(catalog, received, status);
  const { entries } = catalog.data;

  // What was found in an element, the deepest first.
  const foundIn = (element /*: number */, isWanted /*: (slot: Slot) => boolean */) => {
    const found = ofElement(received, element).filter((one) => isWanted(catalog.slots[one.slot]));
    const ranked = found.map((one, at) => ({ one, at, position: positionOf(catalog, received, one) }));
    ranked.sort((a, b) => compare(b.position, a.position) || a.at - b.at);
    return ranked.map(({ one }) => one);
  };
  const foundAround = (element /*: number */, isWanted /*: (slot: Slot) => boolean */) => {
    const all /*: Found[] */ = [];
    for (const one of around(received, element)) all.push(...foundIn(one, isWanted));
    return all;
  };
  const slotJsonOf = (element /*: number */, name /*: string */) => {
    const found = foundAround(element, (slot) => slot.name === name)[0];
    return found === undefined ? null : foundJson(catalog, found);
  };
  const messagesOf = (element /*: number */) =>
    foundAround(element, (slot) => slot.source === "message").map((one) => foundText(catalog, one));
  const parameterOf = (element /*: number */, entry /*: number | null */, name /*: string */) /*: string | null */ => {
    for (const found of foundAround(element, (slot) => slot.source === "parameters")) {
      const object = parsed(foundJson(catalog, found)) /*:: as { [name: string]: unknown } | null */;
      if (object !== null && typeof object === "object" && Object.prototype.hasOwnProperty.call(object, name)) {
        if (object[name] !== null) return JSON.stringify(object[name]);
      }
    }
    const known = entry === null ? undefined : entries[entry].parameters.find((one) => one.name === name);
    const ofAny = known || entries.map((one) => one.parameters.find((other) => other.name === name)).find(Boolean);
    if (entry !== null) {
      for (const message of messagesOf(element)) {
        for (const steps of templates(catalog, entry)) {
          const values = extract(steps, message, () => true) || [];
          const found = values.find(([number]) => number === name);
          if (found !== undefined && found[1] !== UNFILLED) {
            return jsonOfText(found[1], ofAny === undefined ? "string" : ofAny.type);
          }
        }
      }
    }
    return slotJsonOf(element, name);
  };
  const localizedOf = (element /*: number */, entry /*: number | null */, locale /*: string | undefined */) /*: string | null */ => {
    if (entry === null) return null;
    const message = (entries[entry].texts.message || [])[localeOf(catalog, locale)];
    if (message === undefined) return null;
    return stepsOfMessage(message).map((step) => {
      if ("text" in step) return step.text;
      if (!("number" in step)) return "";
      const json = parameterOf(element, entry, String(step.number));
      const fixed = entries[entry].fixed[String(step.number)];
      return json !== null ? textOf(json) : fixed === undefined ? UNFILLED : fixed;
    }).join("");
  };
  const errorFor = (one /*: ReceivedError */) /*: AnswerError */ => {
    const messages = messagesOf(one.element);
    const parameterJson = (name /*: string */) => parameterOf(one.element, one.entry, name);
    return {
      entry: one.entry === null ? null : entries[one.entry],
      code: one.code,
      message: messages.length === 0 ? null : messages[0],
      localizedMessage: (locale) => localizedOf(one.element, one.entry, locale),
      slotJson: (name) => slotJsonOf(one.element, name),
      slot: (name) => parsed(slotJsonOf(one.element, name)),
      parameterJson,
      parameter: (name) => {
        const json = parameterJson(name);
        return json === null ? null : textOf(json);
      },
    };
  };

  const primary = errors.find((one) => one.isOwn && one.entry !== null) ||
    errors.find((one) => one.entry !== null) || errors[0];
  const ofStatus = catalog.rows.get(status);
  const ofClass = catalog.rows.get(Math.floor(status / 100) * 100);
  const row = ofStatus || ofClass;
  const coded = primary === undefined ? null : primary.entry;
  const basis /*: Basis */ = coded !== null ? "code" : ofStatus ? "status" : ofClass ? "class" : "nothing";
  const number = coded !== null ? coded : ofStatus === undefined ? null : ofStatus.data.entry;
  const source = coded !== null ? entries[coded] : row === undefined ? null : row.data;
  const element = primary === undefined ? 0 : primary.element;
  const shown = primary === undefined ? null : errorFor(primary);

  const header = (name /*: string */) => {
    const found = headers.find(([known]) => known.toLowerCase() === name.toLowerCase());
    return found === undefined ? null : found[1];
  };
  const said = (texts /*: string[] | undefined */, locale /*: string | undefined */) =>
    texts === undefined ? null : texts[localeOf(catalog, locale)];
  const texts /*: Texts */ = source === null ? {} : source.texts;
  const slotJson = (name /*: string */) => {
    const own = shown === null ? null : shown.slotJson(name);
    const found = received.found.find((one) => catalog.slots[one.slot].name === name);
    return own !== null || found === undefined ? own : foundJson(catalog, found);
  };
  const parameterJson = (name /*: string */) => parameterOf(element, number, name);
  const retryAfter = (now /*: number | undefined */) /*: number | null */ => {
    const date = header("Date");
    const sent = date === null ? null : momentOfHttp(date);
    const from = sent !== null ? sent : now === undefined ? null : now;
    const delay = (of /*: { seconds: number } | { until: number } | null */) => {
      if (of === null || ("until" in of && from === null)) return null;
      const length = "until" in of ? Math.max(0, of.until - (from || 0)) / 1000 : of.seconds;
      return Math.min(length, 2 ** 31);
    };
    const value = header("Retry-After");
    const until = value === null ? null : momentOfHttp(value);
    const ofHeader = value === null ? null
      : /^[0-9]+$/.test(value) ? { seconds: Number(value) }
      : until === null ? null : { until };
    const said = delay(ofHeader);
    if (said !== null) return said;
    for (const type of ["delay", "time"] /*:: as SlotType[] */) {
      const own = foundAround(element, (slot) => slot.type === type);
      const others = received.found.filter((one) => catalog.slots[one.slot].type === type);
      for (const found of own.concat(others)) {
        const length = delay(wait(type, foundText(catalog, found)));
        if (length !== null) return length;
      }
    }
    return null;
  };

  return {
    status,
    isRecognized: errors.length > 0,
    basis,
    entry: number === null ? null : entries[number],
    row: row === undefined ? null : row.data,
    code: shown === null ? null : shown.code,
    message: shown === null ? null : shown.message,
    errors: errors.map(errorFor),
    isCode: (code) => (number !== null && entries[number].code === code) || (errors.length > 0 &&
      received.found.some((one) => namesEntry(catalog.slots[one.slot]) && code !== "" && foundText(catalog, one) === code)),
    title: (locale) => said(texts.title, locale),
    description: (locale) => said(texts.description || (coded === null ? texts.title : undefined), locale),
    action: (locale) => said(texts.action, locale),
    userMessage: (locale) => said(texts.user_message, locale),
    localizedMessage: (locale) => localizedOf(element, number, locale),
    retryAfter,
    retry: (now) => (retryAfter(now) !== null ? "after-delay" : source === null ? null : source.retry),
    actor: () => (source === null ? null : source.actor),
    effect: () => {
      const ofItself = effectOfStatus(status);
      const isEmptySuccess = status >= 200 && status < 300 && body === "";
      if (errors.length === 0 && !isEmptySuccess) return "unknown";
      if (coded !== null) {
        const { effect, status: own } = entries[coded];
        if (effect !== null) return effect;
        return effectOfStatus(own) === ofItself ? ofItself : "unknown";
      }
      if (ofStatus !== undefined) return ofStatus.data.effect || ofItself;
      return ofItself === "done" ? "done" : "unknown";
    },
    docs: () => (source === null ? null : source.docs),
    header,
    slotJson,
    slot: (name) => parsed(slotJson(name)),
    parameterJson,
    parameter: (name) => {
      const json = parameterJson(name);
      return json === null ? null : textOf(json);
    },
  };
}

// A decoder for the data of a catalog. A body is text, or the value that `JSON.parse` made of it.
function open(data /*: CatalogData */) /*: Decoder */ {
  const catalog = catalogOf(data);
  return {
    decode: (status, body, headers) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      return answerOf(catalog, status, text === undefined ? "" : text, listed(headers));
    },
  };
}
