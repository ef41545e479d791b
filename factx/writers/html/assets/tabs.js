/* The lists beside the article, one at a time. Without a script they stand one under the other. */
class Tabs {
  constructor(box) {
    this.panels = [...box.querySelectorAll(".panel")];
    this.bar = box.querySelector(".tabs");
    this.bar.role = "tablist";
    this.bar.ariaLabel = "Lists";
    this.bar.hidden = false;
    box.classList.add("tabbed");
    this.tabs = this.panels.map((panel) => this.tab(panel));
    this.bar.replaceChildren(...this.tabs);
    this.show("Claims");
  }

  tab(panel) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", role: "tab" });
    button.append(panel.dataset.tab, " ", panel.querySelector(".count").cloneNode(true));
    panel.role = "tabpanel";
    button.addEventListener("click", () => this.show(panel.dataset.tab));
    button.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const at = (this.tabs.indexOf(button) + by + this.tabs.length) % this.tabs.length;
      this.show(this.panels[at].dataset.tab);
      this.tabs[at].focus();
    });
    return button;
  }

  show(name) {
    this.panels.forEach((panel, at) => {
      panel.hidden = panel.dataset.tab !== name;
      this.tabs[at].ariaSelected = String(!panel.hidden);
      this.tabs[at].tabIndex = panel.hidden ? -1 : 0;
    });
  }
}

