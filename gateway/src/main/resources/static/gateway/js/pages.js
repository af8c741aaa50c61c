/* What pages do better with scripts; each works without. No inline code, no eval (the CSP forbids both). */
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("with-script");

  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  /* Whatever went wrong or right is what the reader comes to first. */
  const focusNews = (within) => {
    const news = within.querySelector("[data-focus]");
    if (news) {
      news.focus();
    }
  };

  /* One press sends once: the second finds the button at rest. The form's key makes sure of it anyway. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-once]")) {
      return;
    }
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sent = "yes";
    all("button[type=submit]", form).forEach((button) => button.setAttribute("aria-disabled", "true"));
    const line = form.querySelector("[data-sending-line]");
    if (line) {
      line.textContent = form.dataset.sending || "";
    }
  }, true);

  const rested = (form) => {
    delete form.dataset.sent;
    all("button[type=submit]", form).forEach((button) => button.removeAttribute("aria-disabled"));
    const line = form.querySelector("[data-sending-line]");
    if (line) {
      line.textContent = "";
    }
  };

  /* Back by the browser's button: the page is as it was left, but may send again. */
  window.addEventListener("pageshow", () => all("form[data-once]").forEach(rested));

  /* What htmx could not send or the door turned away: say so, keep everything. */
  const failed = (event) => {
    const form = event.target.closest ? event.target.closest("form") : null;
    if (!form) {
      return;
    }
    rested(form);
    const box = form.querySelector("[data-send-failed]");
    if (box) {
      const status = event.detail.xhr ? event.detail.xhr.status : 0;
      box.querySelector("p").textContent = status === 413 ? form.dataset.tooLarge : form.dataset.away;
      box.hidden = false;
      box.tabIndex = -1;
      box.focus();
    } else {
      /* Without a place of its own the plain way tells. */
      form.submit();
    }
  };
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:timeout", failed);
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:afterSwap", (event) => {
    enliven(document);
    const within = event.detail.target && event.detail.target.isConnected ? event.detail.target : document;
    focusNews(within.querySelector("[data-focus]") ? within : document);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (button) {
      window.print();
    }
  });

  /* How much has been written. */
  const count = (field) => {
    const line = document.querySelector(`[data-count-for="${field.id}"]`);
    if (!line) {
      return;
    }
    const length = Array.from(field.value).length;
    line.textContent = field.dataset.countText.replace("{0}", length).replace("{1}", field.dataset.limit);
    line.classList.toggle("over", length > Number(field.dataset.limit));
  };

  /* The same as PersonalData.java looks for. */
  const personal = {
    rrn: /(^|\D)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\s*[-–]?\s*[1-8]\d{6}(?!\d)/,
    phone: /(^|\D)0(1[016789]|2|[3-6]\d|70)[-.\s]?\d{3,4}[-.\s]?\d{4}(?!\d)/,
    plate: /(^|\D)\d{2,3}\s?[가-힣]\s?\d{4}(?!\d)/,
  };
  const warn = () => {
    const box = document.querySelector("[data-private-warning]");
    if (!box) {
      return;
    }
    const text = all("[data-private]").map((field) => field.value).join("\n");
    let any = false;
    all("[data-kind]", box).forEach((line) => {
      const found = personal[line.dataset.kind].test(text);
      line.hidden = !found;
      any = any || found;
    });
    box.hidden = !any;
    const warned = document.querySelector("input[name=warned]");
    if (warned && any) {
      warned.value = "yes";
    }
  };

  /* Categories that the words suggest. */
  let asked = "";
  const suggest = async () => {
    const place = document.querySelector("[data-suggestions]");
    const form = place && place.closest("form");
    if (!form || form.querySelector("input[name=category]:checked")) {
      return;
    }
    const title = form.elements.title.value;
    const body = form.elements.body.value;
    if (`${title}\n${body}` === asked || `${title}${body}`.trim().length < 4) {
      return;
    }
    asked = `${title}\n${body}`;
    try {
      const answer = await fetch(place.dataset.url, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ title, body, _csrf: form.elements._csrf.value }),
      });
      offer(place, form, answer.ok ? await answer.json() : []);
    } catch (away) {
      place.hidden = true;
    }
  };
  const offer = (place, form, choices) => {
    const row = place.querySelector(".choices-row");
    row.replaceChildren();
    choices.forEach((choice) => {
      const radio = form.querySelector(`input[name=category][value="${CSS.escape(choice.code)}"]`);
      if (!radio) {
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "krds-btn secondary medium";
      button.textContent = choice.name;
      button.addEventListener("click", () => {
        const fold = radio.closest("details");
        if (fold) {
          fold.open = true;
        }
        radio.checked = true;
        radio.focus();
        place.hidden = true;
      });
      row.append(button);
    });
    place.hidden = row.childElementCount === 0;
  };

  /* Photos: what was chosen is seen, and can be taken out again. */
  const photos = (input) => {
    const field = input.closest(".field");
    const list = field.querySelector("[data-photo-list]");
    const error = field.querySelector("[data-photo-error]");
    const most = Number(input.dataset.most);
    const mostBytes = Number(input.dataset.mostBytes);
    const keep = (files) => {
      const kept = new DataTransfer();
      files.forEach((file) => kept.items.add(file));
      input.files = kept.files;
      show();
    };
    const show = () => {
      all("img", list).forEach((picture) => URL.revokeObjectURL(picture.src));
      list.replaceChildren(...Array.from(input.files).map((file) => {
        const item = document.createElement("li");
        const picture = document.createElement("img");
        picture.src = URL.createObjectURL(file);
        picture.alt = "";
        const name = document.createElement("span");
        name.className = "name";
        name.textContent = file.name;
        const out = document.createElement("button");
        out.type = "button";
        out.className = "krds-btn tertiary medium";
        out.textContent = input.dataset.remove;
        out.setAttribute("aria-label", `${input.dataset.remove}: ${file.name}`);
        out.addEventListener("click", () => {
          keep(Array.from(input.files).filter((other) => other !== file));
          input.focus();
        });
        item.append(picture, name, out);
        return item;
      }));
    };
    input.addEventListener("change", () => {
      const chosen = Array.from(input.files);
      const small = chosen.filter((file) => file.size <= mostBytes);
      const words = [];
      if (small.length < chosen.length) {
        words.push(input.dataset.tooBig);
      }
      if (small.length > most) {
        words.push(input.dataset.tooMany);
      }
      error.textContent = words.join(" ");
      error.hidden = words.length === 0;
      keep(small.slice(0, most));
    });
  };

  /* How what is written would go out in a text. */
  const previewTimers = new WeakMap();
  /* Other fields of the form that change it. */
  const previewedWith = (field) =>
    (field.dataset.previewWith || "").split(" ").map((name) => field.form.elements[name]).filter((one) => one && one.name);
  const preview = (field) => {
    const line = document.querySelector(`[data-preview-for="${field.id}"]`);
    const token = field.closest("form").elements._csrf;
    clearTimeout(previewTimers.get(field));
    if (!line || !token) {
      return;
    }
    if (field.value.trim() === "") {
      line.textContent = "";
      return;
    }
    const body = new URLSearchParams({ text: field.value, _csrf: token.value });
    previewedWith(field)
      .filter((one) => one.type !== "checkbox" || one.checked)
      .forEach((one) => body.append(one.name, one.value));
    previewTimers.set(field, setTimeout(async () => {
      try {
        const answer = await fetch(field.dataset.preview, {
          method: "POST",
          headers: { Accept: "text/plain" },
          body,
        });
        line.textContent = answer.ok ? await answer.text() : "";
      } catch (away) {
        line.textContent = "";
      }
    }, 600));
  };

  /* A page that changes by itself: told by events, else asked now and then. */
  const live = () => {
    const anchor = document.querySelector("[data-live-url]");
    if (!anchor || anchor.dataset.following === "yes") {
      return;
    }
    anchor.dataset.following = "yes";
    const line = document.querySelector("[data-live-on]");
    const words = document.querySelector("[data-live-words]");
    const say = (text) => {
      if (words && words.textContent !== text) {
        words.textContent = text;
      }
    };
    let refreshing = false;
    let again = false;
    const refresh = async () => {
      if (refreshing) {
        again = true;
        return;
      }
      refreshing = true;
      try {
        const answer = await fetch(window.location.pathname, { headers: { Accept: "text/html" } });
        if (answer.ok && !answer.redirected) {
          renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
        }
      } catch (away) {
        say(line.dataset.liveOff);
      } finally {
        refreshing = false;
        if (again) {
          again = false;
          refresh();
        }
      }
    };
    /* Only what differs is replaced, so that nothing that is being typed is lost. */
    const renew = (page) => {
      let spoken = "";
      all("[data-live]").forEach((part) => {
        const fresh = page.getElementById(part.id);
        if (!fresh || fresh.dataset.state === part.dataset.state) {
          return;
        }
        const folds = all("details", part).map((fold) => fold.open);
        const had = part.contains(document.activeElement) ? document.activeElement.id : "";
        part.replaceChildren(...fresh.childNodes);
        part.dataset.state = fresh.dataset.state;
        all("details", part).forEach((fold, at) => {
          fold.open = folds[at] || fold.open;
        });
        if (had && document.getElementById(had)) {
          document.getElementById(had).focus();
        }
        spoken = fresh.dataset.spoken || spoken;
      });
      enliven(document);
      if (spoken) {
        document.querySelector("[data-live-spoken]").textContent = spoken;
      }
    };
    let polling = 0;
    const poll = () => {
      if (!polling) {
        polling = setInterval(refresh, 30000);
      }
    };
    const open = () => {
      const source = new EventSource(`${anchor.dataset.liveUrl}?shown=${encodeURIComponent(anchor.dataset.state)}`);
      source.addEventListener("open", () => say(line.dataset.liveOn));
      source.addEventListener("changed", refresh);
      source.addEventListener("error", () => {
        if (source.readyState === EventSource.CLOSED) {
          /* Turned away: ask now and then instead. */
          say(line.dataset.liveOn);
          poll();
        } else {
          say(line.dataset.liveOff);
        }
      });
      window.addEventListener("pagehide", () => source.close(), { once: true });
    };
    if ("EventSource" in window) {
      open();
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) {
          refresh();
          open();
        }
      });
    } else {
      poll();
    }
  };

  /* Gives the page's parts their life; parts that have it keep it. */
  const once = (element) => {
    const before = element.dataset.alive;
    element.dataset.alive = "yes";
    return !before;
  };
  const enliven = (within) => {
    all("[data-limit]", within).filter(once).forEach((field) => {
      count(field);
      field.addEventListener("input", () => count(field));
    });
    all("[data-preview]", within).filter((field) => !field.dataset.previewed).forEach((field) => {
      field.dataset.previewed = "yes";
      preview(field);
      [field, ...previewedWith(field)].forEach((one) => one.addEventListener("input", () => preview(field)));
    });
    all("[data-private]", within).filter((field) => !field.dataset.watched).forEach((field) => {
      field.dataset.watched = "yes";
      field.addEventListener("input", warn);
      field.addEventListener("change", suggest);
      warn();
    });
    all("input[type=file][data-most]", within).filter(once).forEach(photos);
    live();
  };

  enliven(document);
  focusNews(document);
})();
