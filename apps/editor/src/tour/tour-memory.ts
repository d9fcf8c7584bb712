// Who was offered the tour in this browser already.

const name = (person: string) => `eclusa.tour.${person}`;

/** True where nothing can be remembered: better never than every time. */
export function wasOffered(person: string): boolean {
  try {
    return localStorage.getItem(name(person)) !== null;
  } catch {
    return true;
  }
}

export function rememberOffered(person: string): void {
  try {
    localStorage.setItem(name(person), 'offered');
  } catch {
    // Storage is full or forbidden; `wasOffered` copes.
  }
}
