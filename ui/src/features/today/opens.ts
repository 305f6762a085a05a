/** Where the figures of today lead: the page that brings features together knows the way. */
export interface Opens {
  cash: () => void;
  receivables: () => void;
  payables: () => void;
  profit: (period: string) => void;
  sales: () => void;
  entries: () => void;
  awaiting: () => void;
  periods: () => void;
  opening: () => void;
  tax: () => void;
  backup: () => void;
  sale: (uid: string) => void;
  newSale: () => void;
  newEntry: () => void;
  receive: () => void;
}
