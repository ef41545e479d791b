/* Which claims are shown. A place in the text keeps its colours as long as one of its claims is. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = (said) => folded(said).split(/\s+/).filter(Boolean);
const textOf = (element) => (element.folded ??= folded(element.textContent));

class Filter {
  constructor(view) {
    this.view = view;
    this.form = view.element.querySelector(".filter");
    this.status = this.form.querySelector(".status");
    this.buttons = view.element.querySelectorAll(".choose");
    this.form.hidden = !view.claims.length;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.apply());
    this.form.addEventListener("reset", () => setTimeout(() => this.apply()));
    this.apply();
  }

  value(name) {
    return this.form.elements[name].value;
  }

  /* What a button chooses, a second press lets go. */
  set(name, value) {
    this.form.elements[name].value = this.value(name) === value ? "" : value;
    this.view.tabs.show("Claims");
    this.apply();
  }

  /* A claim that is asked for is shown, whatever the filter says. */
  admit(item) {
    if (item.hidden) {
      this.form.reset();
      this.apply();
    }
  }

  apply() {
    const wanted = words(this.value("words"));
    const sure = Number(this.value("sure"));
    const [source, kind, quote, hand] = ["source", "kind", "quote", "hand"].map((name) => this.value(name));
    const changed = [];
    let count = 0;
    for (const claim of this.view.claims) {
      const { dataset } = claim;
      const shown =
        (!kind || dataset.kind === kind) &&
        (!quote || dataset.quote === quote) &&
        (!hand || keysOf(dataset.hand).includes(hand)) &&
        (!source || keysOf(dataset.related).includes(source)) &&
        Number(dataset.sure) >= sure &&
        (!wanted.length || wanted.every((word) => textOf(claim).includes(word)));
      count += shown;
      if (claim.hidden === shown) changed.push(claim);
    }
    this.show(changed);
    this.tell(count, sure);
  }

  show(changed) {
    for (const claim of changed) claim.hidden = !claim.hidden;
    const { parts } = this.view;
    for (const part of new Set(changed.flatMap((claim) => parts.get(claim.dataset.item) ?? []))) this.colour(part);
  }

  /* What a place is to the claims that are shown, and to whatever is no claim, it looks like. */
  colour(part) {
    const keys = keysOf(part.dataset.part);
    const hidden = (key) => isClaim(key) && this.view.claimItems([key])[0].hidden;
    part.classList.toggle("off", keys.filter(isClaim).every(hidden));
    if (!part.dataset.roles) return;
    const said = part.dataset.roles.split(" ").map((roles) => roles.split("+"));
    const seen = said.filter((_, at) => !hidden(keys[at]));
    for (const role of said.flat().filter(Boolean)) part.classList.toggle(role, seen.some((roles) => roles.includes(role)));
    const depth = Math.min(seen.filter((roles) => roles.includes("content")).length, 3);
    for (const deep of [2, 3]) part.classList.toggle(`deep${deep}`, depth === deep);
  }

  tell(count, sure) {
    const all = this.view.claims.length;
    this.form.querySelector(".least").textContent = `${sure}%`;
    this.status.textContent = `${count.toLocaleString("en")} of ${all.toLocaleString("en")} claims`;
    this.form.querySelector("[type='reset']").hidden = count === all;
    for (const button of this.buttons) {
      const [name, value] = button.dataset.choose.split("=");
      button.ariaPressed = String(this.value(name) === value);
    }
  }
}

