// Marks and moves what has passed since the build, and says the visitor's own time.
{
  const all = (query, node = document) => node.querySelectorAll(query), now = new Date();
  for (const event of all("[data-end]")) {
    const { start, end } = event.dataset;
    const state = now < new Date(start) ? "next" : now < new Date(end) ? "now" : "past";
    for (const part of all("[data-if]", event)) part.hidden = !part.dataset.if.includes(state);
    const list = event.closest("[data-next]"), [past] = all("[data-past]");
    if (!list || state != "past") continue;
    if (past) past.hidden = past.closest("section").hidden = false;
    (past ?? list).append(event);
  }
  for (const { dateTime, parentNode } of all("[data-here]")) {
    // Sweden writes ISO dates.
    const here = new Date(dateTime).toLocaleString("sv").slice(0, 16);
    if (here != dateTime.slice(0, 16).replace("T", " ")) parentNode.append(` (${here} your time)`);
  }
  all(".as-of").forEach((note) => note.remove());
}
