import { View } from '@tarojs/components'

export default function Page() {
  return <View className="m-standard x-page">我的记录</View>
}
