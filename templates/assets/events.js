// Marks what is past; says visitors' time.
{
  const all = (css, node = document) => node.querySelectorAll(css), now = new Date();
  for (const event of all("[data-end]")) {
    const { start, end } = event.dataset;
    const state = now < new Date(start) ? "next" : now < new Date(end) ? "now" : "past";
    for (const part of all("[data-if]", event)) part.hidden = !part.dataset.if.includes(state);
    const list = event.closest("[data-next]"), [past] = all("[data-past]");
    if (!list || state != "past") continue;
    if (past) past.hidden = past.closest("section").hidden = false;
    past ? past.prepend(event) : list.append(event);
  }
  for (const { dateTime, parentNode } of all("[data-here]")) {
    // As ISO.
    const here = new Date(dateTime).toLocaleString("sv").slice(0, 16);
    const own = here.slice(dateTime.startsWith(here.slice(0, 10)) * 11);
    if (!dateTime.startsWith(own, 11)) parentNode.append(` (${own} your time)`);
  }
  all(".as-of").forEach((p) => p.remove());
}
