/** Letters in MongoDB. */
@org.jspecify.annotations.NullMarked
package kr.minwon.routing.letter.mongo;
