// The board as a page of its own, for those who have no Cockpit: the same board under the same login.

import { onLogin, showInside, showLogin } from "/assets/inside.js";
import { board } from "./board.js";

const place = document.getElementById("board");
const problem = document.querySelector("#inside > .problem");

async function enter() {
  const made = await board({ loggedOut: showLogin });
  showInside();
  place.replaceChildren(made.node);
  made.start();
}

onLogin(enter);
enter().catch((refused) => {
  if (refused.status === 401) {
    showLogin();
  } else {
    showInside();
    problem.textContent = refused.message;
  }
});
