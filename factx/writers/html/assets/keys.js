/* What the keyboard does. Nothing while somebody writes, or holds a key that means something else to the browser. */
const keys = {
  j: (view) => view?.step(1),
  k: (view) => view?.step(-1),
  Escape: (view) => view?.release(),
  u: () => pages.index && (location.hash = ""),
  "/": (view) => {
    view?.tabs.show("Claims");
    (view?.element ?? pages.index)?.querySelector("[type='search']").focus();
  },
};
const arrows = { ArrowDown: keys.j, ArrowUp: keys.k };

document.querySelector(".keys").hidden = false;
addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.matches("input, select")) {
    if (key === "Escape" && !target.value.trim()) target.blur();
    return;
  }
  const does = keys[key] ?? (target.closest(".claims") && arrows[key]);
  if (!does) return;
  event.preventDefault();
  does(pages.view);
});
