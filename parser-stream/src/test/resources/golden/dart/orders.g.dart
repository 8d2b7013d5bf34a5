// GENERATED CODE - DO NOT MODIFY BY HAND

part of 'orders.dart';

Order _$OrderFromJson(Map<String, dynamic> json) => Order(json['title'] as String);

extension OrderPatterns on Order {
  Map<String, dynamic> toJson() => {'title': title};
}
