import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';

/**
 * A migration that makes one table with its indexes: one statement on MySQL, where DDL does not roll back, so that
 * being killed before or after it and running again comes to the same schema.
 *
 * @param timestamp orders the migrations; TypeORM reads it from the end of the name.
 */
export const createTable = (timestamp: number, options: TableOptions): new () => MigrationInterface =>
  class implements MigrationInterface {
    name = `Create_${options.name}_${timestamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.createTable(new Table(options), true);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(options.name, true);
    }
  };
