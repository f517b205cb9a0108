"use strict";
(function () {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const sections = Array.from(document.querySelectorAll("section"), function (element) {
    const rows = Array.from(element.querySelectorAll("li"), function (row) {
      return { element: row, level: row.className, code: row.dataset.code, text: null };
    });
    const unit = element.dataset.unit.toLocaleLowerCase();
    return { element: element, unit: unit, year: element.dataset.year, heading: null, rows: rows };
  });

  function textOf(element) {
    return element.textContent.toLocaleLowerCase().replace(/\s+/g, " ");
  }

  function apply() {
    const wanted = new FormData(form);
    const levels = new Set(wanted.getAll("level"));
    const code = wanted.get("code");
    const unit = wanted.get("unit").trim().toLocaleLowerCase();
    const year = wanted.get("year");
    const words = wanted.get("text").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const section of sections) {
      const fits = section.unit.includes(unit) && (!year || section.year === year);
      let visible = 0;
      for (const row of section.rows) {
        let show = fits && levels.has(row.level) && (!code || row.code === code);
        if (show && words.length) {
          section.heading ??= textOf(section.element.querySelector("h3"));
          row.text ??= section.heading + " " + textOf(row.element);
          show = words.every(function (word) { return row.text.includes(word); });
        }
        if (row.element.hidden === show) row.element.hidden = !show;
        if (show) visible += 1;
      }
      if (section.element.hidden === visible > 0) section.element.hidden = visible === 0;
      count += visible;
    }
    shown.value = String(count);
  }

  let waiting = 0;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.hidden = sections.length === 0;
  apply(); // browsers keep what was filled in when the page is loaded again

  const opened = [];
  window.addEventListener("beforeprint", function () {
    for (const closed of document.querySelectorAll("li:not([hidden]) > details:not([open])")) {
      closed.open = true;
      opened.push(closed);
    }
  });
  window.addEventListener("afterprint", function () {
    for (const details of opened.splice(0)) details.open = false;
  });
})();
