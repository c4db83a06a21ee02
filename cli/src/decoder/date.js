// Dates (RFC 3339, RFC 9110 §5.6.7), in milliseconds since the beginning of 1970.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function moment(year /*: number */, month /*: number */, day /*: number */, time /*: string */)
  /*: number | null */ {
  const clock = /^([0-9]{2}):([0-9]{2}):([0-9]{2})$/.exec(time);
  if (clock === null) return null;
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDate || month < 1 || hour > 23 || minute > 59 || second > 60) return null;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

function momentOfRfc3339(text /*: string */) /*: number | null */ {
  const form = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9:]{8})(\.[0-9]+)?([Zz]|([-+])([0-9]{2}):([0-9]{2}))$/;
  const parts = form.exec(text);
  if (parts === null) return null;
  const at = moment(Number(parts[1]), Number(parts[2]), Number(parts[3]), parts[4]);
  const [hours, minutes] = [Number(parts[8] || 0), Number(parts[9] || 0)];
  if (at === null || hours > 23 || minutes > 59) return null;
  const zone = (hours * 60 + minutes) * 60000 * (parts[7] === "-" ? -1 : 1);
  return at + Number(`0${parts[5] || ""}`) * 1000 - zone;
}

function momentOfHttp(text /*: string */) /*: number | null */ {
  const words = text.split(/[ ,-]+/).filter((word) => word !== "");
  let [weekday, day, month, year, time] = words;
  if (words.length === 5) {
    [weekday, month, day, time, year] = words;
  } else if (words.length !== 6 || words[5] !== "GMT") {
    return null;
  }
  const isDay = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(weekday);
  const number = MONTHS.indexOf(month) + 1;
  if (!isDay || number === 0 || !/^[0-9]{1,2}$/.test(day) || !/^[0-9]{2,4}$/.test(year)) return null;
  const short = Number(year);
  const full = year.length === 2 ? (short < 70 ? 2000 : 1900) + short : short;
  return moment(full, number, Number(day), time);
}

function seconds(text /*: string */) /*: number | null */ {
  if (/^[0-9]+$/.test(text)) return Number(text);
  return isNumber(text) && Number(text) >= 0 ? Number(text) : null;
}

// How long a value says to wait: `{ seconds }`, or `{ until }`; `null` where it makes no sense.
function wait(type /*: SlotType */, text /*: string */)
  /*: { seconds: number } | { until: number } | null */ {
  if (type !== "delay" && type !== "time") return null;
  const count = seconds(type === "delay" ? text.replace(/s$/, "") : text);
  const rfc3339 = momentOfRfc3339(text);
  const until = rfc3339 === null ? momentOfHttp(text) : rfc3339;
  if (type === "delay" && count !== null) return { seconds: count };
  if (until !== null) return { until };
  return count === null ? null : { until: count * 1000 };
}
