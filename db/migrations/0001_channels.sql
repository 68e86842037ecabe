CREATE TABLE "duty_shifts" (
	"station_id" text NOT NULL,
	"person_id" text NOT NULL,
	"begins" bigint NOT NULL,
	"ends" bigint NOT NULL,
	CONSTRAINT "duty_shifts_station_id_begins_person_id_pk" PRIMARY KEY("station_id","begins","person_id")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"station_id" text NOT NULL,
	"name" text NOT NULL,
	"holder" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "leases_station_id_name_pk" PRIMARY KEY("station_id","name")
);
--> statement-breakpoint
ALTER TABLE "addresses" ADD COLUMN "is_group" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "addresses" ADD COLUMN "resident_id" text;--> statement-breakpoint
ALTER TABLE "codes" ADD COLUMN "address_id" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "source_key" text;--> statement-breakpoint
ALTER TABLE "heard" ADD COLUMN "ref" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "ref" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "live" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "duty_shifts_ends" ON "duty_shifts" USING btree ("station_id","ends");--> statement-breakpoint
CREATE INDEX "addresses_resident" ON "addresses" USING btree ("station_id","resident_id") WHERE resident_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "files_source" ON "files" USING btree ("station_id","address_id","source_key") WHERE source_key is not null;--> statement-breakpoint
CREATE INDEX "heard_ref" ON "heard" USING btree ("station_id","address_id","ref") WHERE ref is not null;--> statement-breakpoint
CREATE INDEX "outbox_case" ON "outbox" USING btree ("station_id","dispute_id") WHERE live or ref is not null;