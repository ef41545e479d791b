/* One document: which places of the text belong to which items of the lists, and what is chosen of them. */
const isClaim = (key) => key.startsWith("c");
const keysOf = (said) => (said ? said.split(" ") : []);
const collect = (elements, attribute) => {
  const found = new Map();
  for (const element of elements) {
    for (const key of keysOf(element.dataset[attribute])) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(element);
    }
  }
  return found;
};

class View {
  constructor(element) {
    this.element = element;
    this.box = element.querySelector(".found");
    this.parts = collect(element.querySelectorAll("[data-part]"), "part");
    this.items = collect(element.querySelectorAll("[data-item]"), "item");
    this.claims = [...element.querySelectorAll(".claim")];
    this.lit = { hover: [], chosen: [] };
    this.keys = { hover: "", chosen: "" };
    this.close = Object.assign(document.createElement("button"), { type: "button", className: "close", textContent: "×" });
    this.close.ariaLabel = "Close";
    this.tabs = new Tabs(this.box);
    this.filter = new Filter(this);
    this.legend();
    element.addEventListener("mouseover", (event) => this.over(event.target));
    element.addEventListener("mouseleave", () => this.light("hover", []));
    element.addEventListener("focusin", (event) => this.over(event.target));
    element.addEventListener("click", (event) => this.clicked(event));
  }

  /* Every part and item of these keys, and what is related to them, shows that it is. */
  light(state, keys) {
    const said = keys.join(" ");
    if (said === this.keys[state]) return;
    this.keys[state] = said;
    for (const [element, name] of this.lit[state]) element.classList.remove(name);
    const lit = [];
    for (const key of keys) {
      for (const part of this.parts.get(key) ?? []) lit.push([part, state]);
      for (const item of this.items.get(key) ?? []) {
        lit.push([item, state]);
        for (const other of keysOf(item.dataset.related)) {
          for (const related of this.items.get(other) ?? []) lit.push([related, `${state}-related`]);
        }
      }
    }
    for (const [element, name] of lit) element.classList.add(name);
    this.lit[state] = lit;
  }

  over(target) {
    const [key] = this.keysAt(target);
    this.light("hover", target.closest("[data-item]") ? this.keysAt(target) : key ? [key] : []);
    if (key && target.closest(".text")) this.reveal(this.items.get(key)?.find((item) => this.box.contains(item)));
  }

  keysAt(target) {
    const found = target.closest("[data-part], [data-item]");
    return keysOf(found?.dataset.part ?? found?.dataset.item);
  }

  choose(keys) {
    this.light("chosen", keys);
    const [item] = this.claimItems(keys);
    if (item) {
      this.tabs.show("Claims");
      item.prepend(this.close);
      this.reveal(item);
      this.address(item.id);
    }
    const part = keys.flatMap((key) => this.parts.get(key) ?? [])[0];
    if (part) this.uncover(part, item);
  }

  release() {
    this.light("chosen", []);
    this.light("hover", []);
    this.address(this.element.id);
  }

  address(anchor) {
    try { // some browsers refuse to be told often
      history.replaceState(null, "", `#${anchor}`);
    } catch {
      return;
    }
  }

  chosen() {
    return this.claimItems(keysOf(this.keys.chosen))[0];
  }

  claimItems(keys) {
    return keys.filter(isClaim).flatMap((key) => this.items.get(key).filter((item) => item.matches(".claim")));
  }

  /* The claim that the address after # names. */
  go(anchor, { focus = false } = {}) {
    const item = this.claims.find((claim) => claim.id === anchor);
    if (!item) return false;
    this.filter.admit(item);
    this.choose([item.dataset.item]);
    if (focus) this.focus(item);
    return true;
  }

  focus(item) {
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }

  step(by) {
    const shown = this.claims.filter((claim) => !claim.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(this.chosen());
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    this.choose([shown[next].dataset.item]);
    this.focus(shown[next]);
  }

  /* Scrolls the list, where it scrolls by itself, and never the page. */
  reveal(item) {
    if (!item?.offsetParent || this.box.scrollHeight <= this.box.clientHeight) return;
    const at = item.getBoundingClientRect();
    const box = this.box.getBoundingClientRect();
    const bottom = Math.min(box.bottom, innerHeight);
    if (at.top < box.top) this.box.scrollTop += at.top - box.top - 8;
    else if (at.bottom > bottom) this.box.scrollTop += Math.min(at.bottom - bottom + 8, at.top - box.top);
  }

  /* Scrolls the page, where the place in the text is out of sight or under the card of the claim. */
  uncover(part, item) {
    const at = part.getBoundingClientRect();
    const card = item && getComputedStyle(item).position === "fixed" ? item.offsetHeight : 0;
    if (at.top < 8 || at.bottom > innerHeight - card - 8) {
      part.scrollIntoView({ block: "center" });
      if (card) scrollBy(0, card / 2);
    }
  }

  clicked(event) {
    const { target } = event;
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = target.closest("a[href^='#']");
    if (link) {
      if (!this.go(link.getAttribute("href").slice(1).replace(/:text$/, ""))) return;
      event.preventDefault();
    } else if (target.closest(".close")) {
      this.release();
    } else if (target.closest(".choose")) {
      this.filter.set(...target.closest(".choose").dataset.choose.split("="));
    } else if (target.closest("button:not(.go), form, a")) {
      return;
    } else if (target.closest("[data-item]")) {
      if (getSelection().isCollapsed) this.choose(this.keysAt(target));
    } else if (target.closest(".reading") && getSelection().isCollapsed) {
      this.inText(this.keysAt(target));
    }
  }

  /* A second click on a place goes on to the claim around. */
  inText(keys) {
    if (!keys.length) return this.release();
    const claims = keys.filter((key) => isClaim(key) && !this.claimItems([key])[0].hidden);
    const at = claims.indexOf(this.keys.chosen);
    this.choose(claims.length ? [claims[(at + 1) % claims.length]] : [keys[0]]);
  }

  legend() {
    for (const entry of this.element.querySelectorAll(".legend [data-role]")) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: entry.className, textContent: entry.textContent, ariaPressed: "true" });
      button.addEventListener("click", () => {
        const off = this.element.classList.toggle(`no-${entry.dataset.role}`);
        button.ariaPressed = String(!off);
      });
      entry.replaceWith(button);
    }
  }
}

