let context: AudioContext | undefined;

/** One tone; silent where the browser has no sound or forbids it before the first touch. */
const tone = (frequency: number, startsIn: number, seconds: number): void => {
  try {
    context ??= new AudioContext();
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    const at = context.currentTime + startsIn;
    oscillator.frequency.value = frequency;
    volume.gain.setValueAtTime(0.2, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + seconds);
  } catch {
    // The words on the screen say it too.
  }
};

const buzz = (milliseconds: number | number[]): void => {
  if ('vibrate' in navigator) navigator.vibrate(milliseconds);
};

/** Rising for yes, low and twice for no: told apart without looking. */
export const signalYes = (): void => {
  tone(660, 0, 0.12);
  tone(990, 0.12, 0.2);
  buzz(80);
};

export const signalNo = (): void => {
  tone(220, 0, 0.25);
  tone(196, 0.3, 0.35);
  buzz([200, 100, 300]);
};
