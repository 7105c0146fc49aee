export const spanish = {};
