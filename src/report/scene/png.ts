import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { COLOURS, type Ink, type Mark, type Scene, TYPE_SIZE } from './scene.js';

/** Pixels a point: enough for print at 200 dots an inch. */
const SHARPNESS = 3;

/** Returns the scene as PNG on white, for formats that hold no drawing. Words use the machine's sans-serif font. */
export function pngOf({ width, height, marks }: Scene): Uint8Array {
  const canvas = createCanvas(Math.ceil(width * SHARPNESS), Math.ceil(height * SHARPNESS));
  const context = canvas.getContext('2d');
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, width, height);
  for (const mark of marks) {
    context.save();
    draw(context, mark);
    context.restore();
  }
  return new Uint8Array(canvas.toBuffer('image/png'));
}

function draw(context: SKRSContext2D, m: Mark): void {
  context.globalAlpha = m.opacity ?? 1;
  context.lineWidth = m.strokeWidth ?? 1;
  switch (m.kind) {
    case 'rect': {
      const path = new Path2D();
      path.rect(m.x, m.y, m.width, m.height);
      paint(context, path, m.fill, m.stroke);
      break;
    }
    case 'line': {
      const path = new Path2D();
      path.moveTo(m.x1, m.y1);
      path.lineTo(m.x2, m.y2);
      context.setLineDash(m.isDashed === true ? [3, 3] : []);
      paint(context, path, undefined, m.stroke);
      break;
    }
    case 'circle': {
      const path = new Path2D();
      path.arc(m.x, m.y, m.radius, 0, 2 * Math.PI);
      paint(context, path, m.fill, m.stroke);
      break;
    }
    case 'path':
      paint(context, new Path2D(m.d), m.fill, m.stroke);
      break;
    case 'text': {
      context.font = `${m.isBold === true ? 'bold ' : ''}${m.size ?? TYPE_SIZE}px sans-serif`;
      context.textAlign = ({ start: 'left', middle: 'center', end: 'right' } as const)[m.anchor ?? 'start'];
      context.fillStyle = COLOURS[m.fill ?? 'ink'];
      context.translate(m.x, m.y);
      context.rotate(((m.turn ?? 0) * Math.PI) / 180);
      context.fillText(m.text, 0, 0);
    }
  }
}

function paint(context: SKRSContext2D, path: Path2D, fill: Ink | undefined, stroke: Ink | undefined): void {
  if (fill !== undefined) {
    context.fillStyle = COLOURS[fill];
    context.fill(path);
  }
  if (stroke !== undefined) {
    context.strokeStyle = COLOURS[stroke];
    context.stroke(path);
  }
}
