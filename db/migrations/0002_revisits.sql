ALTER TABLE "addresses" ADD COLUMN "grants" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "revisits" ADD COLUMN "address_id" text;--> statement-breakpoint
ALTER TABLE "revisits" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "duties" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "changed_by" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "flag" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "flag_by" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "flag_at" bigint;--> statement-breakpoint
CREATE INDEX "revisits_asked" ON "revisits" USING btree ("station_id","address_id") WHERE state = 'open';