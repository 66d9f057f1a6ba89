// Copies the text of a block. Without this script there are no buttons, and the text can be selected by hand.
for (const block of document.querySelectorAll(".copy")) {
  const [text, button, said] = block.children;
  button.hidden = false;
  button.addEventListener("click", async () => {
    let done = true;
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      done = document.execCommand("copy");
    }
    said.textContent = done ? "Copied" : "Selected; copy it with your keyboard";
  });
}
