import { accounts } from './accounts.ts';
import { activities } from './activities.ts';
import { events } from './events.ts';
import { firms } from './firms.ts';
import { formation } from './formation.ts';
import { frame } from './frame.ts';
import { progress } from './progress.ts';
import { visits } from './visits.ts';

export default { ...frame, ...firms, ...visits, ...formation, ...events, ...activities, ...progress, ...accounts };
