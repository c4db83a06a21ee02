// What the pages do beyond being read: colours, search, the language switch. A classic script that loads nothing
// but the index of the search, so that it works from the file system too.
(function () {
  "use strict";

  var root = document.documentElement;

  // Colours. What the reader chose is kept, where the browser keeps anything.
  var themes = ["auto", "light", "dark"];
  var signs = { auto: "◐", light: "☀", dark: "☾" };
  function stored() {
    try { return localStorage.getItem("errcat-theme"); } catch (_) { return null; }
  }
  function store(theme) {
    try { localStorage.setItem("errcat-theme", theme); } catch (_) { /* for this page, then */ }
  }
  var theme = themes.indexOf(stored()) < 0 ? "auto" : stored();
  function show(chosen) {
    theme = chosen;
    if (theme === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", theme); }
  }
  show(theme);

  document.addEventListener("DOMContentLoaded", function () {
    themeSwitch(document.getElementById("theme"));
    search(document.getElementById("search"));
    document.querySelectorAll(".languages a").forEach(languageLink);
    document.querySelectorAll("button.copy").forEach(copyButton);
    returnToPlace();
  });

  function themeSwitch(button) {
    function label() {
      var name = button.dataset.label + ": " + button.dataset[theme];
      button.textContent = signs[theme];
      button.setAttribute("aria-label", name);
      button.title = name;
    }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      show(themes[(themes.indexOf(theme) + 1) % themes.length]);
      store(theme);
      label();
    });
  }

  // The language switch keeps the place: the heading that is read, and how far below it.
  function headings() {
    return Array.prototype.slice.call(document.querySelectorAll("main h1, main [id]"));
  }
  function languageLink(link) {
    link.addEventListener("click", function () {
      link.hash = location.hash;
      var above = headings().map(function (element, number) {
        return { number: number, top: element.getBoundingClientRect().top };
      }).filter(function (place) { return place.top <= innerHeight / 3; }).pop();
      if (above && scrollY > 0) {
        try { sessionStorage.setItem("errcat-place", above.number + " " + above.top); } catch (_) { /* at the top */ }
      }
    });
  }
  function returnToPlace() {
    var place = null;
    try {
      place = sessionStorage.getItem("errcat-place");
      sessionStorage.removeItem("errcat-place");
    } catch (_) { /* at the top */ }
    if (!place) { return; }
    var element = headings()[parseInt(place, 10)];
    if (element) {
      var by = element.getBoundingClientRect().top - parseFloat(place.split(" ")[1]);
      scrollBy({ top: by, behavior: "instant" });
    }
  }

  function copyButton(button) {
    var text = button.parentNode.querySelector("pre").textContent;
    var label = button.textContent;
    if (!navigator.clipboard) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(text).then(function () {
        button.textContent = button.dataset.done;
        setTimeout(function () { button.textContent = label; }, 2000);
      }, function () { /* the browser does not allow it */ });
    });
  }

  // Search. The index is a script that calls `errcatSearch`.
  function search(input) {
    var list = document.getElementById("found");
    var nothing = document.getElementById("found-nothing");
    var address = document.body.dataset.search;
    var base = address.slice(0, address.lastIndexOf("/") + 1);
    var index = null;
    var isLoading = false;
    var selected = -1;

    document.querySelector(".search").hidden = false;
    window.errcatSearch = function (loaded) {
      index = loaded;
      index.entries.forEach(function (entry) {
        entry.called = [entry.code, String(entry.status)].concat(entry.names).map(function (name) { return name.toLowerCase(); });
        entry.words = entry.called.concat([entry.title, entry.description]).join(" ").toLowerCase();
      });
      find();
    };
    function load() {
      if (isLoading) { return; }
      isLoading = true;
      var script = document.createElement("script");
      script.src = address;
      document.head.appendChild(script);
    }

    // The code itself, then what it begins with, then what is in it, then what is said of it.
    function rank(entry, query, words) {
      var names = entry.called;
      if (names.indexOf(query) >= 0) { return 0; }
      if (names.some(function (name) { return name.indexOf(query) === 0; })) { return 1; }
      if (names.some(function (name) { return name.indexOf(query) >= 0; })) { return 2; }
      return words.every(function (word) { return entry.words.indexOf(word) >= 0; }) ? 3 : -1;
    }

    function find() {
      var query = input.value.trim().toLowerCase();
      if (!query || !index) { return close(); }
      var words = query.split(/\s+/);
      var found = [];
      index.entries.forEach(function (entry) {
        var place = rank(entry, query, words);
        if (place >= 0) { found.push({ place: place, entry: entry }); }
      });
      found.sort(function (a, b) { return a.place - b.place; });
      list.textContent = "";
      found.slice(0, 30).forEach(function (hit, number) { list.appendChild(option(hit.entry, number)); });
      list.hidden = found.length === 0;
      nothing.hidden = found.length > 0;
      nothing.textContent = found.length > 0 ? "" : nothing.dataset.words;
      input.setAttribute("aria-expanded", String(found.length > 0));
      select(found.length > 0 ? 0 : -1);
    }

    function option(entry, number) {
      var link = document.createElement("a");
      link.id = "found-" + number;
      link.href = base + entry.page;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      var status = document.createElement("span");
      status.className = "badge of-" + Math.floor(entry.status / 100);
      status.textContent = entry.status;
      var code = document.createElement("b");
      code.textContent = entry.code;
      var said = document.createElement("small");
      said.textContent = (index.catalogs.length > 1 ? index.catalogs[entry.catalog] + " · " : "") + (entry.description || entry.title);
      link.append(status, code, said);
      return link;
    }

    function select(number) {
      var options = list.children;
      if (options[selected]) { options[selected].setAttribute("aria-selected", "false"); }
      selected = number;
      if (options[selected]) {
        options[selected].setAttribute("aria-selected", "true");
        options[selected].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", options[selected].id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    function close() {
      list.hidden = true;
      nothing.hidden = true;
      input.setAttribute("aria-expanded", "false");
      select(-1);
    }

    input.addEventListener("focus", load);
    input.addEventListener("input", function () { load(); find(); });
    input.addEventListener("keydown", function (event) {
      var count = list.children.length;
      if (event.key === "Escape") {
        close();
      } else if (list.hidden || count === 0) {
        return;
      } else if (event.key === "ArrowDown") {
        select((selected + 1) % count);
      } else if (event.key === "ArrowUp") {
        select((selected + count - 1) % count);
      } else if (event.key === "Enter" && selected >= 0) {
        location.href = list.children[selected].href;
      } else {
        return;
      }
      event.preventDefault();
    });
    document.addEventListener("click", function (event) {
      if (!event.target.closest(".search")) { close(); }
    });
    document.addEventListener("keydown", function (event) {
      var isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
      }
    });
  }
})();
