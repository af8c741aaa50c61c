/** Offices in MongoDB, seeded when they are absent. */
@NullMarked
package kr.minwon.routing.office.mongo;

import org.jspecify.annotations.NullMarked;
