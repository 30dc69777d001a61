import { render } from "preact";
import { App } from "./app.tsx";
import { listenForNavigation } from "./router.ts";

const root = document.getElementById("app");
if (root !== null) {
  listenForNavigation();
  render(<App />, root);
}
