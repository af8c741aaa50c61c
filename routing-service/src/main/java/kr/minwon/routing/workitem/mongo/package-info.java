/** Work items in MongoDB, with their outbox and their indexes. */
@NullMarked
package kr.minwon.routing.workitem.mongo;

import org.jspecify.annotations.NullMarked;
