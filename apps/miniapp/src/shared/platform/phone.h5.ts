/** Opens the dialler with the number filled in; the person still presses "call". */
export const callPhone = (phoneNumber: string): Promise<void> => {
  window.location.href = `tel:${phoneNumber}`;
  return Promise.resolve();
};
