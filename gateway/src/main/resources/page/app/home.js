import './shop-window.js';
import {onSelection, select, selection} from './selection.js';

const PAUSE_WHILE_TYPING = 250;

const welcome = document.querySelector('.hero');
const form = document.querySelector('.search');
const field = form.elements.q;
let typing;

field.value = selection().q;
makeRoom(selection());

field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(search, PAUSE_WHILE_TYPING);
});

form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    search();
    document.getElementById('shop')?.scrollIntoView();
});

onSelection((wanted) => {
    makeRoom(wanted);
    // What somebody is typing is not changed under their fingers.
    if (document.activeElement !== field || !wanted.q) field.value = wanted.q;
});

/** Who looks for something has been welcomed already, and wants to see what was found. */
function makeRoom({q, category}) {
    welcome.hidden = Boolean(q || category);
}

function search() {
    select({q: field.value.trim()}, {replace: selection().q !== ''});
}
