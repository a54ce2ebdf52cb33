import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Row {
  readonly id: string;
  readonly computation: string;
  readonly title: string;
  readonly role_name: string;
  readonly content: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly place_name: string;
  readonly unit_name: string;
  readonly responsible_name: string;
}

/**
 * Records of before came from scans, and keep from now on what their activity says today. Run again it goes on where it was: it only
 * looks at records that hold nothing yet.
 */
export class FreezeFacts1795000000081 implements MigrationInterface {
  name = 'FreezeFacts1795000000081';

  async up(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query(
      `SELECT h.id, h.computation, a.title, r.name AS role_name, r.description AS content,
              h.shift_starts_at AS starts_at, h.shift_ends_at AS ends_at,
              a.place_name, unit.name AS unit_name, a.responsible_name
         FROM hour_record h
         JOIN activity a ON a.id = h.activity_id
         JOIN shift s ON s.id = h.shift_id
         JOIN service_role r ON r.id = s.service_role_id
         JOIN organization unit ON unit.id = h.recording_unit_id
        WHERE h.facts IS NULL`,
    )) as Row[];
    for (const row of rows)
      await runner.query('UPDATE hour_record SET computation = ?, facts = ? WHERE id = ?', [
        JSON.stringify({ basis: 'scans', ...(JSON.parse(row.computation) as object) }),
        JSON.stringify({
          title: row.title,
          roleName: row.role_name,
          content: row.content === '' ? row.role_name : row.content,
          startsAt: row.starts_at,
          endsAt: row.ends_at,
          placeName: row.place_name,
          unitName: row.unit_name,
          responsibleName: row.responsible_name,
        }),
        row.id,
      ]);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}
