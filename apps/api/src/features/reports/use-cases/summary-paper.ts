import { A4, MM, Paper, type TextStyle } from '../../../platform/documents/paper.js';
import type { ServiceFigures } from '../rules/count-service.js';
import { momentText, spanText } from '../rules/moment-text.js';
import { sheetWords, summaryWords as words } from '../rules/report-words.js';
import type { AttendanceFigures, ScoreFigures } from '../store/summary.reader.js';
import type { ReportHead } from './sign-in-sheet.js';

interface SummaryContent extends ReportHead {
  readonly calledOff: boolean;
  readonly dates: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly attendance: AttendanceFigures;
  readonly service: ServiceFigures;
  readonly scores: ScoreFigures;
  readonly at: Date;
}

const LEFT = 22 * MM;
const RIGHT = A4.width - LEFT;
const LABEL = 34 * MM;
const INK = '#1A1A1A';
const DIM = '#5A5A5A';
const LINE = '#C4C4C4';
const MOST_DATES = 12;

/** One page: what took place, the figures, and how each of them was counted. */
export async function summaryPaper(content: SummaryContent): Promise<Uint8Array> {
  const paper = await Paper.open({
    title: `${words.title} ${content.title}`,
    author: content.organiser,
    subject: spanText(content.startsAt, content.endsAt),
    at: content.at,
  });
  paper.addPage();
  const page = new Page(paper);
  page.title(content.title);
  if (content.illustrative) page.corner(sheetWords.invented);
  page.fact(words.facts.when, whenOf(content));
  page.fact(words.facts.place, content.place);
  page.fact(words.facts.organiser, content.organiser);
  page.fact(words.facts.responsible, content.responsible);
  if (content.calledOff) page.fact(words.facts.called, words.calledOff);
  page.section(words.figures);
  for (const [label, value] of figuresOf(content)) page.fact(label, value, true);
  page.section(words.methods);
  for (const method of methodsOf(content)) page.words(method);
  page.foot(words.made(momentText(content.at.toISOString())));
  return paper.finish();
}

function whenOf({ dates, startsAt, endsAt }: SummaryContent): string {
  const spans = dates.map((date) => spanText(date.startsAt, date.endsAt));
  if (spans.length <= 1) return spans[0] ?? spanText(startsAt, endsAt);
  return `${words.dates(spans.length)}：${spans.slice(0, MOST_DATES).join('，')}${spans.length > MOST_DATES ? '……' : ''}`;
}

function figuresOf({ attendance, service, scores }: SummaryContent): [string, string][] {
  const counted = attendance.visits !== null;
  return [
    [words.signedUp, words.signedUpValue(attendance.places, attendance.seats)],
    [words.came, attendance.visits === null ? words.notCounted : words.cameValue(attendance.visits)],
    ...(counted ? [[words.persons, words.personsValue(attendance.persons)] as [string, string]] : []),
    [words.volunteers, words.volunteersValue(service.volunteers, service.pendingVolunteers)],
    [words.minutes, words.minutesValue(service.minutes, service.pendingMinutes)],
    [
      words.satisfaction,
      scores.given === 0
        ? words.noScores(scores.attended)
        : words.satisfactionValue(
            (Math.round((scores.sum / scores.given) * 10) / 10).toFixed(1),
            scores.given,
            scores.attended,
          ),
    ],
  ];
}

const methodsOf = ({ attendance }: SummaryContent): string[] => [
  ...(attendance.visits === null ? [words.method.none] : [words.method.visits, words.method.persons]),
  words.method.volunteers,
  words.method.satisfaction,
];

class Page {
  #y = 20 * MM;

  constructor(private readonly paper: Paper) {}

  title(text: string): void {
    this.paper.write(words.title, LEFT, this.#y, { size: 11, color: DIM });
    this.#y += 7 * MM;
    this.#lines(text, LEFT, RIGHT - LEFT, { face: 'bold', size: 20, color: INK }, 9 * MM, 2);
    this.#y += 4 * MM;
  }

  corner(text: string): void {
    this.paper.write(text, RIGHT, 20 * MM, { size: 9, color: DIM }, 'right');
  }

  section(text: string): void {
    this.#y += 6 * MM;
    this.paper.write(text, LEFT, this.#y, { face: 'bold', size: 13, color: INK });
    this.#y += 8 * MM;
    this.paper.rule(LEFT, this.#y, RIGHT - LEFT, LINE);
    this.#y += 3 * MM;
  }

  fact(label: string, value: string, strong = false): void {
    if (value === '') return;
    this.paper.write(label, LEFT, this.#y + 0.3 * MM, { size: 10.5, color: DIM });
    const style: TextStyle = { face: strong ? 'bold' : 'regular', size: 11, color: INK };
    this.#lines(value, LEFT + LABEL, RIGHT - LEFT - LABEL, style, 6 * MM, 8);
    this.#y += 2 * MM;
  }

  words(text: string): void {
    this.#lines(text, LEFT, RIGHT - LEFT, { size: 10, color: INK }, 5.6 * MM, 6);
    this.#y += 1.5 * MM;
  }

  foot(text: string): void {
    this.paper.write(text, LEFT, 280 * MM, { size: 8.5, color: DIM });
  }

  #lines(text: string, x: number, width: number, style: TextStyle, height: number, most: number): void {
    for (const line of this.paper.lines(this.paper.printable(text), width, style, most)) {
      this.paper.write(line, x, this.#y, style);
      this.#y += height;
    }
  }
}
