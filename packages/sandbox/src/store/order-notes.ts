// Notes of VTEX DO. Kept apart from orders: they survive what happens to one and may name one that does not exist.

export interface OrderNote {
  id: string;
  domain: string;
  owner: string;
  target: { id: string; type: string; url: string };
  description: string;
  creationDate: string;
  lastUpdate: string;
  createdBy: { id: string; name: string; email: string | null; key: string | null };
}

export class OrderNotes {
  readonly list = new Map<string, OrderNote>();
  private lastIds = { note: 0 };

  reset(): void {
    this.list.clear();
    this.lastIds = { note: 0 };
  }

  takeId(): string {
    this.lastIds.note += 1;
    return `note-${this.lastIds.note}`;
  }
}
