'use strict';

const form = document.getElementById('greeting');
const answer = document.getElementById('answer');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    answer.textContent = await window.api.greet(form.elements.name.value);
    answer.classList.remove('failed');
  } catch (error) {
    answer.textContent = error.message;
    answer.classList.add('failed');
  }
});

async function showAbout() {
  const about = await window.api.about();
  const list = document.getElementById('about');
  for (const [term, value] of Object.entries(about)) {
    const pair = document.createElement('div');
    const name = pair.appendChild(document.createElement('dt'));
    const text = pair.appendChild(document.createElement('dd'));
    name.textContent = term;
    text.textContent = value;
    list.append(pair);
  }
}

showAbout();
