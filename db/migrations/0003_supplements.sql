CREATE TABLE "supplements" (
	"station_id" text NOT NULL,
	"id" text NOT NULL,
	"dispute_id" text NOT NULL,
	"duty_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"new_due_at" bigint,
	"new_amount_fen" bigint,
	"reason" text,
	"state" text NOT NULL,
	"agreed_a" text,
	"agreed_a_at" bigint,
	"agreed_b" text,
	"agreed_b_at" bigint,
	"ended_at" bigint,
	CONSTRAINT "supplements_station_id_id_pk" PRIMARY KEY("station_id","id")
);
--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_station_id_dispute_id_disputes_station_id_id_fk" FOREIGN KEY ("station_id","dispute_id") REFERENCES "public"."disputes"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "supplements_dispute" ON "supplements" USING btree ("station_id","dispute_id","at");--> statement-breakpoint
CREATE INDEX "supplements_duty" ON "supplements" USING btree ("station_id","duty_id","state");