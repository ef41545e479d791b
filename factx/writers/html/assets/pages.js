/* A document alone, or an index of several. These wait as text, and only the one that is open is made a page. */
const pages = {
  index: document.querySelector(".index"),
  opened: document.querySelector(".opened"),
  ways: document.querySelector(".bar nav"),
  waiting: new Map([...document.querySelectorAll("[data-document]")].map((one) => [one.dataset.document, one])),
  title: document.title,
  view: null,
  left: 0, // how far the index was scrolled

  route() {
    const anchor = location.hash.slice(1);
    const [name] = anchor.split("/");
    if (this.index) this.waiting.has(name) ? this.open(name) : this.back();
    else this.view ??= new View(document.querySelector(".document"));
    this.view?.go(anchor);
  },

  open(name) {
    if (this.view?.element.id === name) return;
    if (!this.index.hidden) this.left = scrollY;
    const template = document.createElement("template");
    template.innerHTML = this.waiting.get(name).textContent;
    this.opened.replaceChildren(template.content);
    this.swap(new View(this.opened.firstElementChild));
    this.neighbours(name);
    scrollTo(0, 0);
  },

  /* Of the articles that the index shows, in its order. */
  neighbours(name) {
    const shown = [...this.index.querySelectorAll(".articles > li:not([hidden]) > a")];
    const at = shown.findIndex((link) => link.hash === `#${name}`);
    for (const [way, link] of [["previous", shown[at - 1]], ["next", at < 0 ? undefined : shown[at + 1]]]) {
      const there = this.ways.querySelector(`.${way}`);
      there.hidden = !link;
      there.href = link?.hash ?? "#";
    }
  },

  back() {
    if (!this.view) return;
    this.opened.replaceChildren();
    this.swap(null);
    scrollTo(0, this.left);
  },

  swap(view) {
    this.view = view;
    this.index.hidden = Boolean(view);
    this.opened.hidden = !view;
    const heading = (view ? this.opened : this.index).querySelector("h1");
    document.title = view ? `${heading.textContent} · factx` : this.title;
    this.ways.hidden = !view;
    document.querySelector(".skip").hash = view ? `#${view.box.id}` : "#:claims";
    heading.focus({ preventScroll: true });
  },
};

/* The index: articles that hold all words, in the order that is asked for. */
class Sift {
  constructor(index) {
    this.form = index.querySelector(".sift");
    this.list = index.querySelector(".articles");
    this.rows = [...this.list.children];
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.elements.words.addEventListener("input", () => this.apply());
    this.form.elements.order.addEventListener("change", () => this.sort());
    this.apply();
  }

  apply() {
    const wanted = words(this.form.elements.words.value);
    for (const row of this.rows) row.hidden = !wanted.every((word) => textOf(row).includes(word));
    const count = this.rows.filter((row) => !row.hidden).length;
    this.form.querySelector(".status").textContent = `${count} of ${this.rows.length} articles`;
  }

  sort() {
    const title = (row) => row.querySelector("a").textContent;
    const before = {
      newest: (one, other) => other.dataset.published.localeCompare(one.dataset.published),
      claims: (one, other) => other.dataset.claims - one.dataset.claims,
      title: (one, other) => title(one).localeCompare(title(other), "en"),
    }[this.form.elements.order.value];
    this.list.replaceChildren(...(before ? [...this.rows].sort(before) : this.rows));
  }
}

if (pages.index) new Sift(pages.index);
addEventListener("hashchange", () => pages.route());
pages.route();

