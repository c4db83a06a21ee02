// Explains an error that is pasted, by the decoder that programs use. Decoder and catalogs are one script, which is
// loaded when something is pasted.
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", function () {
    var section = document.getElementById("paste");
    if (section) { pasteBox(section); }
  });

  function pasteBox(section) {
    var input = document.getElementById("pasted");
    var shown = document.getElementById("explained");
    var said = section.dataset;
    var catalogs = null;
    var isLoading = false;

    section.hidden = false;
    window.errcatPaste = function (decoder, loaded) {
      catalogs = loaded.map(function (catalog) {
        return { data: catalog.data, page: catalog.page, pages: catalog.pages, decoder: decoder.open(catalog.data) };
      });
      explain();
    };
    input.addEventListener("input", function () {
      if (!isLoading) {
        isLoading = true;
        var script = document.createElement("script");
        script.src = said.decoder;
        document.head.appendChild(script);
      }
      explain();
    });
    // With the key that sends forms in a text of several lines.
    input.addEventListener("keydown", function (event) {
      var first = shown.querySelector("a");
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && first) { first.click(); }
    });

    function explain() {
      if (!catalogs) { return; }
      var text = input.value.trim();
      shown.textContent = "";
      if (!text) { return; }
      var received = parse(text);
      var best = null;
      catalogs.forEach(function (catalog) {
        var answer = decode(catalog, received);
        var fit = fitOf(catalog, answer, received.body);
        if (!best || isBetter(fit, best.fit)) { best = { catalog: catalog, answer: answer, fit: fit }; }
      });
      var isKnown = best && (best.answer.isRecognized || catalogs.length === 1 && best.answer.row);
      if (!isKnown) {
        shown.appendChild(element("p", said.unknown));
        return;
      }
      var errors = best.answer.errors.length > 0 ? best.answer.errors : [null];
      errors.forEach(function (error) { shown.appendChild(card(best.catalog, best.answer, error)); });
    }

    function card(catalog, answer, error) {
      var entry = error ? error.entry : answer.entry;
      var source = entry || answer.row;
      var head = element("p", "");
      head.className = "head";
      var status = answer.status || (entry ? entry.status : 0);
      if (status) {
        var badge = element("span", String(status));
        badge.className = "badge of-" + Math.floor(status / 100);
        head.append(badge);
      }
      if (source) {
        var link = element("a", "");
        var number = catalog.data.entries.indexOf(entry);
        link.href = said.top + (entry ? catalog.pages[number] : catalog.page + "#status-" + answer.row.status);
        link.append(element("code", entry ? entry.code : String(answer.row.status)));
        head.append(link);
      }
      if (error && error.code && (!entry || error.code !== entry.code)) {
        head.append(element("code", error.code));
        if (!entry) { head.append(element("span", said.unknownCode)); }
      }
      head.append(element("small", textOf(catalog, catalog.data.title) || catalog.data.name));
      var article = element("article", "");
      article.append(head);
      if (source) {
        var meaning = textOf(catalog, source.texts.description);
        var action = textOf(catalog, source.texts.action);
        if (meaning) { article.append(element("p", meaning)); }
        if (action) { article.append(element("p", "→ " + action)); }
      }
      var values = valuesOf(catalog, entry, error);
      if (values.children.length > 0) { article.append(values); }
      return article;
    }

    // The parameters of the error, and what callers put into the body.
    function valuesOf(catalog, entry, error) {
      var list = element("dl", "");
      var names = (entry ? entry.parameters : []).map(function (parameter) { return parameter.name; });
      catalog.data.shape.slots.forEach(function (slot) {
        if (slot.source === "caller") { names.push(slot.name); }
      });
      names.filter(function (name, at) { return names.indexOf(name) === at; }).forEach(function (name) {
        var value = error ? error.parameter(name) : null;
        if (value === null || value === undefined) { return; }
        list.append(element("dt", name), element("dd", value));
      });
      return list;
    }

    // The text in the language of the page, or the catalog's first.
    function textOf(catalog, texts) {
      if (!texts) { return ""; }
      var at = catalog.data.locales.indexOf(said.locale);
      return texts[at < 0 ? 0 : at];
    }
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  // A body, or an answer with its head; of several, as after a redirection, the last.
  function parse(text) {
    var received = { status: 0, headers: [], body: text };
    while (/^HTTP\//.test(received.body)) {
      var end = /\r?\n\r?\n/.exec(received.body);
      var head = end ? received.body.slice(0, end.index) : received.body;
      var lines = head.split(/\r?\n/);
      received.status = Number(lines[0].split(/\s+/)[1]) || 0;
      received.headers = lines.slice(1).map(function (line) {
        var at = line.indexOf(":");
        return [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()];
      });
      received.body = end ? received.body.slice(end.index + end[0].length) : "";
    }
    return received;
  }

  // Without a status, it is that of the body, or else that of the entry which the body names.
  function decode(catalog, received) {
    var answer = catalog.decoder.decode(received.status, received.body, received.headers);
    if (received.status) { return answer; }
    var slot = catalog.data.shape.slots.filter(function (slot) { return slot.source === "status"; })[0];
    var status = (slot && Number(answer.slot(slot.name))) || (answer.entry && answer.entry.status);
    return status ? catalog.decoder.decode(status, received.body, received.headers) : answer;
  }

  // How much of an answer a catalog understands: whether it knows the code, whether it is of the shape, and how many
  // members it does not know.
  function fitOf(catalog, answer, body) {
    var knows = answer.basis === "code" && answer.entry.code === answer.code;
    var value = null;
    try { value = JSON.parse(body); } catch (_) { /* it is no JSON, and has no members */ }
    return [knows ? 1 : 0, answer.isRecognized ? 1 : 0, -unknown(catalog.data.shape, catalog.data.shape.members, value)];
  }
  function isBetter(fit, other) {
    for (var at = 0; at < fit.length; at += 1) {
      if (fit[at] !== other[at]) { return fit[at] > other[at]; }
    }
    return false;
  }

  function unknown(shape, node, value) {
    if (node === "Inner") { return unknown(shape, shape.inner, value); }
    if (Array.isArray(value) && node.List) {
      return value.reduce(function (count, value) {
        var counts = node.List.map(function (item) { return unknown(shape, item, value); });
        return count + (counts.length > 0 ? Math.min.apply(null, counts) : 0);
      }, 0);
    }
    if (value === null || typeof value !== "object" || Array.isArray(value) || !node.Object) { return 0; }
    return Object.keys(value).reduce(function (count, name) {
      var members = node.Object;
      var member = members.filter(function (member) { return member.key.Names && member.key.Names.indexOf(name) >= 0; })[0] ||
        members.filter(function (member) { return !member.key.Names; })[0];
      if (!member) { return count + 1; }
      return count + ("Path" in member.key ? 0 : unknown(shape, member.node, value[name]));
    }, 0);
  }
})();
