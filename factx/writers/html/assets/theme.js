/* Light or dark: as the system has it, until somebody says otherwise. */
const theme = {
  button: document.querySelector(".theme"),
  system: matchMedia("(prefers-color-scheme: dark)"),
  get dark() {
    const { theme: wanted } = document.documentElement.dataset;
    return wanted ? wanted === "dark" : this.system.matches;
  },
  show(wanted) {
    if (wanted) document.documentElement.dataset.theme = wanted;
    this.button.textContent = this.dark ? "Light" : "Dark";
    this.button.ariaLabel = this.dark ? "Light theme" : "Dark theme";
  },
  remembered(wanted) {
    try { // a browser may keep nothing for a file
      if (wanted) localStorage.setItem("factx-theme", wanted);
      return localStorage.getItem("factx-theme");
    } catch {
      return null;
    }
  },
};
theme.button.hidden = false;
theme.button.addEventListener("click", () => {
  theme.show(theme.dark ? "light" : "dark");
  theme.remembered(document.documentElement.dataset.theme);
});
theme.system.addEventListener("change", () => theme.show());
theme.show(["light", "dark"].find((known) => known === theme.remembered()));

